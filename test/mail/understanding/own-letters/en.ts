/** Letters in English. */
import type { OwnLetter } from './own-letter.ts';

export const EN: readonly OwnLetter[] = [
  {
    text: 'hi, i bought a lamp from you two years ago. please delete my account and everything you have on me. thanks, Robin',
    asks: ['erasure'],
  },
  { text: "What do you know about me? I'd like to see all of it, including notes by your support people.", asks: ['access'] },
  { text: 'Hello,\nPlease do NOT delete my account, I still need it. I only want a copy of my data.\nBest, Kim', asks: ['access'] },
  { text: 'Take me off your mailing list please. I have asked nobody for these offers.', asks: ['objection'] },
  { text: 'You have my street wrong, it is 14 Elm Row and not 41. Can you correct my address?\n\nJ. Doe', asks: ['rectification'] },
  { text: 'I take back my consent to the use of my photos in your brochure.', asks: ['withdraw-consent'] },
  { text: 'Could you send me my listening history as CSV? I want to move it to another service.', asks: ['portability'] },
  {
    text: 'Dear team, six weeks ago I asked you for a copy of my data. I have heard nothing since. When can I expect an answer?',
    asks: ['follow-up'],
  },
  { text: 'Please send me a copy of all the data you hold about me, and after that erase it all.', asks: ['access', 'erasure'] },
  { text: 'Under the CCPA I tell you: do not sell or share my personal information.', asks: ['opt-out-of-sale'] },
  {
    text: 'SUMMER SALE! 50% off all garden chairs. Shop now.\n\nYou receive this newsletter because you signed up. If you no longer want to receive it, click here to unsubscribe.',
    asks: [],
  },
  { text: 'My parcel has not arrived. Where is it? Order 55512. And the lamp in the last one was broken.', asks: [] },
  { text: 'I wish to make a formal complaint: your staff read my medical notes aloud in the waiting room.', asks: ['complaint'] },
  { text: 'Please freeze my data while you check whether it is right; do not use it, but keep it.', asks: ['restriction'] },
  {
    text: "I am writing for my daughter, who is 9. I am her mother. Please remove her profile from your website, and remove all data about her. My daughter's name is Ada.",
    asks: ['erasure'],
  },
  { text: 'You refused to delete my data last week. I appeal your decision.', asks: ['appeal'] },
  { text: 'Stop using my purchases for profiling. I object to that.', asks: ['objection'] },
  { text: 'How long do you keep guest data in general? Just curious, planning a talk about it.', asks: [] },
];
