/** English words of the shell, the start page, the privacy notice and the problem pages. */

export const siteEn = {
  language: 'English',
  service: 'Data requests',
  skip: 'Skip to the content',
  navigation: 'Pages',
  languages: 'Language',
  footer: {
    help: 'Help',
    privacy: 'Privacy notice of this form',
    companyPrivacy: (name: string) => `Privacy notice of ${name}`,
    verify: 'Check a receipt',
    start: 'Ask about your data',
    phone: 'Phone',
  },
  start: {
    title: 'Ask about your data',
    lead: (name: string) => `See, take or delete what ${name} knows about you. It is free, and you need no account.`,
    button: 'Start',
    can: 'What you can ask for',
    how: 'How it goes',
    howForm: 'Answer three short questions. It takes about three minutes.',
    howDate: 'See the date of our answer before you send.',
    howConfirm: 'Confirm your email address, so that nobody else can ask for your data.',
    howAnswer: 'Get our answer, with a signed receipt that anybody can check.',
    laws: 'The rules, and by when we answer',
    lawsText: (laws: string) => `We answer under these laws, depending on where you live: ${laws}.`,
    lawsDate: (facts: { right: string; date: string; law: string }) =>
      `An example: if you ask today for ${facts.right} and do not say where you live, you have our answer by ${facts.date} (${facts.law}). Where you live may give you another date; you see it before you send.`,
    need: 'What you need',
    needText:
      'Only an email address you can read, best the one we know you by. You can ask for someone else if they agree or you may act for them.',
    sent: 'You have asked already',
    sentText: 'Open the link you saved when you sent the request, or the one in our emails. It shows how far we are.',
    ways: 'Other ways to ask',
    waysText: 'You may write or call in any form you like. The date counts from the day it reaches us.',
    email: 'Email',
    post: 'Post',
    phone: 'Phone',
  },
  privacy: {
    title: 'Privacy notice of this form',
    lead: 'What we do with the answers you give here. Article 13 of the General Data Protection Regulation.',
    who: 'Who is responsible',
    officer: 'Data protection officer',
    what: 'What we keep',
    whatItems: [
      'What you ask for, where you live if you say so, and the dates of each step.',
      'Your email address, name and what else you typed, encrypted under a key made for your request alone.',
      'The data our systems hold about you, encrypted under the same key, until your answer has been delivered.',
      'Your internet address for a short time, in a form that cannot be turned back, to stop floods of requests.',
    ],
    why: 'Why',
    whyText:
      'To answer your request, as the law obliges us to (Article 6(1)(c) GDPR), and to be able to prove that we did. Without an email address we cannot reach you.',
    long: 'How long',
    longFiles: {
      one: 'Your files: # day from the day they are ready. Then they are erased.',
      other: 'Your files: # days from the day they are ready. Then they are erased.',
    },
    longKey:
      'The key of your request: erased with the files. Copies of it in backups are gone 7 days later, and with them everything it encrypted.',
    longRecord: {
      one: 'Receipts and the record that there was a request: at most # year after it is closed.',
      other: 'Receipts and the record that there was a request: at most # years after it is closed.',
    },
    receivers: 'Who gets it',
    receiversText: 'Our own systems, to find your data. Amazon Web Services stores and sends it on our behalf.',
    rights: 'Your rights',
    rightsText:
      'You can ask for a copy of this data too, have it corrected or deleted, have its use restricted, and object. Use this form, or write to us.',
    complaint: 'You can complain to the supervisory authority:',
    complaintNone: 'You can complain to the supervisory authority of the place where you live or work.',
    browser: 'In your browser',
    browserText:
      'No cookies, nothing stored, no statistics, nothing loaded from others. Your answers travel from page to page in the form itself.',
    decisions: 'No decision about you is made by a machine alone here.',
  },
  problem: {
    title: 'Sorry, there is a problem',
    lead: 'Something went wrong on our side. Requests sent before are safe.',
    retry: 'Please try again in a few minutes. If you were filling in the form, go back in your browser: your answers are still there.',
    contact: 'If it does not go away, write to us:',
    notFoundTitle: 'Page not found',
    notFound: 'If you typed the address, check it. If you followed a link in an email, copy all of it.',
    caseTitle: 'We cannot open this',
    case: 'The link may have been cut off, or its time may be over. Open it from our email once more, or use the address you saved when you sent the request.',
    forbiddenTitle: 'This form was sent from elsewhere',
    forbidden: 'For your safety we only take what is sent from our own pages. Please open the form here and try again.',
    tooLargeTitle: 'That is too much',
    tooLarge: 'What was sent is longer than anything this form asks for.',
    home: 'To the start page',
  },
};

export type SiteMessages = typeof siteEn;
