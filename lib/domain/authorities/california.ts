/** Where Californians complain: the privacy agency, or the Attorney General (Cal. Civ. Code 1798.199.45, 1798.199.90). */
import type { Authority } from './authority.ts';

export const CALIFORNIA_AGENCY: Authority = {
  name: 'California Privacy Protection Agency (CalPrivacy)',
  url: 'https://cppa.ca.gov',
  complaintForm: 'https://cppa.ca.gov/webapplications/complaint',
};

export const CALIFORNIA_ATTORNEY_GENERAL: Authority = {
  name: 'Attorney General of California',
  url: 'https://oag.ca.gov',
};
