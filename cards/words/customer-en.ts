/** What cards say in English while a customer is added: S1 “Add new customers”, R53–R60, R90–R96. */
export const customerEn = {
  buttons: {
    addCustomer: 'Add new customer',
    nextSubscriptions: 'Next: Subscriptions',
    nextReview: 'Next: Review',
    addSubscription: 'Add subscription',
    remove: (line: string) => `Remove ${line}`,
    changeDetails: 'Change the details',
    changeSubscriptions: 'Change the subscriptions',
    startNew: 'Start another one',
    resume: 'Continue',
    takeDomain: (domain: string) => `Use ${domain}`,
    takeAddress: 'Use this address',
    keepAddress: 'Keep it as typed',
    showPassword: 'Show the temporary password',
    done: 'Done',
    retryOrder: 'Place the order again',
    askProvider: 'Ask my provider',
    azure: 'Open Azure user settings',
  },
  place: 'New customer',
  step: (step: string) => `New customer · ${step}`,
  details: {
    title: "Customer's details",
    intro: 'Nothing is created before you select Submit. You can stop after each step and go on days later.',
    direct: 'A direct customer of your company: you bill and support it yourself, and no reseller takes part.',
    headings: {
      company: 'Company',
      contact: 'Contact at the customer',
      agreement: 'Microsoft Customer Agreement',
    },
    email: "Customer's email",
    emailHint: 'You need it to send the account name and password to the customer.',
    companyHint: 'The legal name as registered: no abbreviation, no test name.',
    prefixHint: 'What stands before .onmicrosoft.com: 1-27 letters or digits. It can’t be changed later.',
    registrationHint: 'Tells this company apart from others, if you know it. Optional.',
    registrationHintWhere: (countries: string) => `Required in ${countries}; elsewhere optional.`,
    countryHint: 'A country or region of your CSP region. The new tenant belongs to it for good.',
    resellerHint:
      'Optional. The reseller you choose gets administrator access to the customer’s account and subscriptions.',
    resellerFixed:
      'Chosen from the list of your resellers. It gets administrator access to the customer’s account and subscriptions.',
    resellersMore: 'Not all of your resellers are listed. For the others, start from Indirect resellers.',
    noReseller: 'None',
    agreementLead: [
      'The customer must have accepted the Microsoft Customer Agreement before its first order. By entering the date you attest that it has.',
    ],
    agreedHint: 'The day on which the customer agreed: today at the latest.',
    signerHint: 'Only if somebody other than the contact above agreed. Leave it empty otherwise.',
    corrected: (address: string) => `Partner Center writes this address as follows:\n${address}`,
    nothingCreated: 'Nothing has been created.',
  },
  offers: {
    place: (from: string, to: string, all: string) =>
      `Choose from ${from}–${to} of ${all} below, or search by a part of the name.`,
    none: 'No subscription has this name. Search by another part of it.',
  },
  lines: {
    title: 'New subscriptions',
    intro: 'Choose a subscription and the number of licenses. You can add several.',
    chosen: 'Chosen so far',
    none: 'Nothing is chosen yet.',
    licenses: (count: string, isOne: boolean) => `${count} ${isOne ? 'license' : 'licenses'}`,
    another: 'One more (optional)',
    nothingMore: 'Nothing more',
    full: 'More subscriptions can be added to the customer later.',
    first: 'Subscription',
    range: (offer: string, min: string, max: string) => `${offer}: ${min === max ? min : `${min}-${max}`}`,
    licensesHint: 'A whole number, 1 or more.',
    licensesPer: (ranges: string) => `Whole numbers: ${ranges}.`,
    reseller: 'Reseller of this subscription',
    anyPartner:
      'Each subscription can be associated with any of your resellers, or with none. Without one, no reseller earns any incentives for it.',
    noReseller: 'None',
    resellerChoice: (name: string, mpnId: string) => `${name} (${mpnId})`,
    resellerHint:
      'The MPN ID of the location account that the reseller was onboarded with. It earns the incentive credit and lets the reseller manage this subscription.',
    noneToChoose:
      'No reseller is named for this customer, so none can be associated with its first subscriptions. You can do that later for each subscription.',
    domain: 'Domain',
    free: (domain: string) => `${domain} ✓ free when it was checked`,
    noOffers: 'Partner Center offers no subscriptions in your region right now. Try again later.',
  },
  review: {
    title: 'Review',
    intro: 'If everything is right, select Submit. Cancel drops the whole operation, and you can start over.',
    order: 'Order',
    reseller: 'Reseller of the account',
    noReseller: 'None: only your company manages this customer.',
    isDirect: 'None: a direct customer of your company.',
    warning: (reseller: string) =>
      `${reseller} gets administrator access to the customer’s account, subscriptions and services, and can manage them on the customer’s behalf.`,
    difference: (reseller: string) =>
      `Two different things: naming ${reseller} for the new customer gives it access to the whole account. Associating it with a subscription gives the incentive credit and lets it manage that one subscription.`,
    noCredit: 'No reseller is associated with the subscriptions, so no reseller earns any incentives for them.',
    azure: (reseller: string) =>
      `For Azure, ${reseller} also needs the tenant owner permission: after the account exists, give it in the Azure portal under User settings.`,
    contact: 'Contact',
    agreed: (name: string, day: string) => `${name}, ${day}`,
    agreedBy: 'Agreed by, on',
    line: (licenses: string, reseller: string) => `${licenses}\nReseller (MPN ID): ${reseller}`,
    noCreditFor: (offers: string) =>
      `No reseller is associated with ${offers}, so no reseller earns any incentives there.`,
    credited: (name: string, mpnId: string) => `${name} (${mpnId})`,
    nobody: 'None',
    failed: 'The last attempt was refused. Nothing was created and nothing was ordered.',
  },
  progress: {
    title: (customer: string) => `Adding ${customer}`,
    intro: 'This takes a moment. You can close this chat: the work goes on, and this card shows when it is done.',
    slow: 'Partner Center has not answered yet. We keep trying; nothing is created or ordered twice.',
    steps: {
      submitted: 'Order submitted',
      tenant: 'Account and administrator created',
      record: 'Customer added to your list',
      order: 'Subscriptions ordered',
    },
    by: (name: string, at: string) => `${name}, ${at}`,
    orderFailed: (why: string) => `Partner Center refused the order: ${why}`,
    orderWhat: 'The customer exists. You can place the order again; nothing is created twice.',
    orderAgain: 'The order was placed again: waiting for Partner Center.',
  },
  done: {
    title: (customer: string) => `✓ ${customer} is your customer`,
    titleNoOrder: (customer: string) => `${customer} is your customer, without its order`,
    inList: (reseller: string) =>
      `It is in your list of customers, associated with ${reseller}, which now has administrator access and can manage the subscriptions.`,
    inListAlone: 'It is in your list of customers. No reseller has access.',
    inListDirect: 'It is in your list of customers, as a direct customer.',
    setup: 'Setup info',
    waitingPlain:
      'The administrator’s user name and temporary password can be shown once, to you, within 24 hours. Have something ready to note them down, and send them to the customer.',
    otherSubmitter: (name: string) => `Only ${name}, who submitted it, can see the temporary password.`,
    userName: 'Admin user name',
    customerId: 'Customer’s tenant ID',
    order: 'Order',
    azure: (reseller: string) =>
      `Azure: give ${reseller} the tenant owner permission in the Azure portal, under User settings.`,
  },
  password: {
    title: 'Setup info',
    userName: 'Admin user name',
    password: 'Temporary password',
    warning:
      'Note both now, and send them to the customer. As soon as this card is closed or replaced, the password can’t be shown again, to anybody.',
    noted: 'The setup info is noted',
    notedText: 'The temporary password is no longer kept anywhere.',
    reset:
      'To reset it: Microsoft 365 admin center, Users › Active users › Reset password. The customer’s administrator can do that, and you can with your delegated admin privileges.',
    onlyTap: 'For safety the password is shown only on this card in Teams, when its button is pressed there.',
  },
  drafts: {
    title: 'New customers you have begun',
    intro: 'Continue where you or a colleague stopped, or start another one.',
    none: 'Every new customer that was begun is finished or cancelled.',
    unnamed: 'Not named yet',
    by: (name: string, at: string) => `Begun by ${name} · ${at}`,
    states: {
      draft: 'Details',
      selecting: 'Subscriptions',
      reviewing: 'Review',
      provisioning: 'Being created',
    },
    cancelled: 'The new customer was cancelled',
    cancelledText: 'Nothing was created, nothing was ordered, and what was entered is gone.',
  },
  ask: {
    title: 'Ask your provider to add a customer',
    provider: 'Indirect provider',
    intro:
      'Your provider’s agents get a card with your request, and your company is chosen there already. They will ask you for the customer’s details.',
    company: 'The customer’s name (optional)',
    companyHint: 'Only the name. Send everything else to your provider yourself.',
    sent: 'Your request was sent',
    sentText: (provider: string) =>
      `The agents of ${provider} have been told. They add the customer and name you as its reseller.`,
    none: 'Your company has no indirect provider yet. Find one first.',
  },
}

/** Both languages have all of it, or they do not compile. */
export type CustomerWords = typeof customerEn
