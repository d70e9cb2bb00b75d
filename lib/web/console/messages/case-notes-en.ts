/** What staff read about brands, what was passed on, and what the product noticed, in English. */

export const caseNotesEn = {
  countryDiffers: (country: string) =>
    `It was sent from ${country} as far as the network knows. That is for you to know and blocks nothing.`,
  brand: 'Brand',
  passedOn: 'Passed on',
  passedOnTo: (facts: { to: string; held: string; on: string }) => `${facts.held}: to ${facts.to} on ${facts.on}, who must answer it`,
  notes: {
    duplicate: 'The same is open already',
    'country-differs': 'The declared country and the observed one differ',
  },
};
