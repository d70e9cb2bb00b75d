/** An authority to which a person can complain. */
export interface Authority {
  name: string;
  url?: string;
  address?: string;
  email?: string;
  phone?: string;
  /** Page of its complaint form. */
  complaintForm?: string;
}
