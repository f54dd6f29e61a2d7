/** Words of searching: the message extension, the pickers of cards, and the form of a question. */
export const searchEn = {
  partnership: 'Partner since',
  accessRemoved: 'Removed',
  company: 'Invited company',
  country: 'Country or region',
  region: 'CSP region',
  state: 'State',
  validUntil: 'Valid until',
  invitation: 'Partnership invitation',
  invitationNote: 'It is answered in a chat with me, by the company it was sent to.',
  askMore: (question: string): string =>
    `Ask me in a chat of your own, for example: “${question}” I answer what you may see.`,
  openChat: 'Open the chat',
  typeAName: 'Type the beginning of a name.',
  nothing: 'No name begins like this. Only what you may see is searched.',
  unknownPerson: 'We don’t know you yet. Write to me in a chat to see what this is for.',
  companiesOnly: 'Support searches companies here. Ask me about their partners and invitations in our chat.',
  notForStaff: 'No task is assigned to you, so there is nothing to search here.',
  /** A company in a picker. */
  choice: (name: string, country: string): string => `${name} (${country})`,
  pickPartner: 'Or find it in the list',
  form: {
    title: 'Ask a question',
    intro: 'Pick a question and the companies it is about. You can also simply type a question in this chat.',
    question: 'Question',
    companies: ['First company', 'Second company'] as readonly [string, string],
    typed: ['First company, if it is not in the list', 'Second company, if it is not in the list'] as readonly [
      string,
      string,
    ],
    hint: 'Where you name one company and the question needs two, yours is the other.',
    choose: 'Choose',
    find: 'Type a name',
    ask: 'Ask',
    pickAQuestion: 'Pick a question.',
    questions: {
      Q1: 'Are the two partners?',
      Q2: 'Can the first sell to the second, and if not, why?',
      Q5: 'Where is the enrollment of the company?',
      Q6: 'Has the company signed the MPA?',
      Q7: 'Is the company ready to transact?',
      Q8: 'Why can’t the first accept the invitation of the second?',
      Q9: 'What became of the invitation to the first from the second?',
      Q10: 'Which invitations of the company are pending?',
      Q13: 'Who are the partners of the company?',
      Q15: 'Which MPN ID does the company use?',
      Q17: 'Does the provider (first) still have administrator access at the reseller (second)?',
      Q27: 'Who did what at the company, and when?',
    },
  },
}

export type SearchWords = typeof searchEn
