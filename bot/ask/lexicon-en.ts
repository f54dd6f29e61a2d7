// Long, since a language's words are one list.
import type { Lexicon, Signs } from './concepts.ts'

/** English words by what they mean; contractions are written out before (`can't` is `can not`). */
export const LEXICON_EN: Lexicon = {
  why: 'why, how come, what is the reason, reason, reasons, what is stopping, what stops, what stopped, what prevents, what is preventing, what is blocking, what blocks, what keeps, what is keeping, what hinders, what is in the way, what is wrong, what went wrong, explain, what is the matter, what is holding, how is it that, what for, what caused, what causes, cause, for what reason, on what grounds, what makes, what is the problem, what is the issue, what is the hold, what is the blocker, blocker, blockers, obstacle, obstacles, what gives, what must happen, what has to happen, what needs to happen, what is in our way, what is the catch, what does it mean, the problem, the issue, lacking, what is lacking, what does it lack, what do they lack, what is missing, reason for which, the reason for, reasons for, what obstacles, which obstacles, which obstacle, what obstacle, hurdle, hurdles, stumbling block, stumbling blocks, snag, snags, hitch, what is up with, what is going wrong, what is amiss, wherefore, whence, due to what, owing to what, because of what, on account of what, what is behind, what lies behind, what could be behind, what might be behind, what is at fault, whats the deal, what is the deal, what is the hold-up, how is that, how can that be, how can it be, how on earth, what on earth, why on earth, what is the story, what explains, explanation, what stands between, impediment, impediments, hindrance, hindrances, barrier, barriers, what is the impediment, root cause, blocking point, which condition, which conditions, which requirement, which check, which rule, which requirements, which rules, which checks, what condition, what requirement',
  cannot:
    'can not, could not, unable, not able, not allowed, not permitted, not possible, impossible, not let, never let, prevent*, block*, stop, stops, stopping, stopped, fail*, refus*, forbid*, forbidden, denied, denies, deny, bars, barred, error, errors, rejected, rejects, hinder*, keeps from, kept from, grayed out, greyed out, does not work, is not working, did not work, not go through, not going through, disabled, trouble, problem, problems, struggl*, obstacle, in the way, may not, not eligible, ineligible, not be able, not supposed, locked out, turned away, does nothing, nothing happens, no effect, in vain, no luck, missing, no way to, no way of, tells them no, told no, is not possible, isnt possible, not have the option, option is missing, option missing, lacking, lacks, out of the question, does not let, do not let, will not let, would not let, not letting, refused, rules out, ruled out, precludes, preclude, precluded, inhibit*, obstruct*, impede*, thwart*, bounced, turned down, knocked back, not entitled, not authorized, not authorised, no permission, prohibit*, disallow*, inadmissible, debarred, unsuccessful, unsuccessfully, in its way, in their way, in his way, shut out, excluded from, system says no, it says no, portal says no, computer says no, screen says no, just says no, turn away, turn them away, turn it away, turned them away, turned it away, turns away, send away, sent away, throws them out, throws it out, goes nowhere, went nowhere, gets nowhere, off limits, off-limits, out of bounds, no go, no-go, non-starter, taboo, impediment, hindrance, barrier, not succeeded, did not succeed, not succeed, without success, to no avail, fruitless, fruitlessly, inability, incapable, incapacity, withheld, stands in the way, stood in the way, in the way of, is closed to, stays closed, remains closed, closed to them, not met, not fulfilled, unmet, unfulfilled, not satisfied, not getting through, is not going, blocking point, off the table, no option, not an option, object to, objects to, objected, objects, objection, objections, object, denying, objecting, bounces, bouncing',
  can: 'can, could, able, may, might, allowed, permitted, possible, eligible, entitled, ok, okay, fine, is it okay, legal, is there a way, any way, free to, let, lets, allow, allows, permit, permits, feasible, supposed to',
  not: 'not, never, no, without, none, no longer, nor, hardly',
  who: 'who, whom, whose, by whom, which person, which people, which user, which users, which colleague, which admin, which employee, who is, anyone, anybody, somebody, someone, which team, which company, which companies, which organization, which organisation, who by',
  whoMay: 'authorised person',
  whoDid:
    'whodunnit, whodunit, who dun it, culprit, perpetrator, guilty party, name and time, names and times, name and date, who by, name + time, names + times, who + when, who plus when, person and time, time and person, date and person, person and date',
  when: 'when, since when, what date, on what date, what day, which day, at what time, what time, how long ago',
  which: 'which, what, what are, what is, name all, name the, which ones, who are, any, what other, do any',
  where: 'where, where is, whereabouts, where does, where did, at what stage, at which stage',
  howMany: 'how many, number of, count, total',
  list: 'list, show, show me, give me, display, overview, every, all, all the, pull up, let me see, i need, full list, bring up, enumerate, see, find, look up, lookup, list of resellers, reseller list, resellers list, list of customers, customer list, client list, list of clients, list of partners, partner list, list of invitations, invitation list, every indirect reseller, each indirect reseller, all indirect resellers, all resellers',
  should:
    'should, shall, must, have to, has to, need to, needs to, ought, supposed to use, need to put, needs, right, correct, put, enter, use, fill in, goes, type, proper, quote, key in, specify, indicate, provide, applies, valid, is to be, are to be, to be entered, to be put, to be used, to be quoted, to be given, to be typed, supposed to put, supposed to enter, am i to, are we to, is meant to, ought to, to be entered on, is to be entered on, be entered on, be put on, to be put on, to enter on, to put on',
  want: 'want*, would like, wish*, intend*, plan*, hope*, like to, would love, keen, interested, thinking of, ask* to, decide* to, looking to, going to, considering, would prefer, need, needs, fancies, fancy, fancying, aspire*, desire*, rather be, would rather, eager, itching, tempted, longs to, long to, yearns, considers, contemplat*, envisage*, in mind to, willing, minded to, would dearly like, dreams of, dreaming of, dream of, aims to, aim to, aiming to, hankering',
  still:
    'still, yet, currently, right now, at the moment, any more, anymore, to this day, today, at present, as of today, active, live, in force',
  two: 'two, 2, more than one, several, multiple, second, another, three, many, different, multi, multipartner, multi partner, multi channel, multichannel, as well as, additional, another one, a pair of, couple of, various, the two partners, second partner, another partner, further partner, additional partner, one more partner, extra partner, new partner besides, single partner, only one partner, one partner only, just one partner, several partners, two partners, multiple partners, more than one partner, other partners, one reseller only, only one reseller, just one reseller, a single reseller, single reseller, more than one reseller, second reseller, another reseller, further reseller, additional reseller, one more reseller, extra reseller, second provider, another provider, two resellers, several resellers, multiple resellers, one only, only one, just one, choose between, pick between, choose one, pick one, pick just one, choose a single, one partner per customer, one reseller per customer, partners per customer, resellers per customer, multi-partner, more then one, more then one partner, more then one reseller, more then one provider, more than one provider, more then 1, more than 1, two providers, several providers, 2 partners, 2 resellers, 2 providers, second distributor, another distributor, two distributors, a 2nd partner, 2nd partner, 2nd reseller, 2nd provider, 2nd, plural partners, a brace of, a duo, both of them at, two of them, pair of partners, pair of resellers',
  both: 'both, together, at the same time, simultaneously, at once, side by side, in parallel, concurrently, alongside, each, either, the same customer, the same client, same, jointly, co, either one, parallel, as well as',
  also: 'also, too, as well, additionally, in addition, on top, already',
  kind: 'kind of, type of, sort of, kind, type, how is, classified, categorized, category, what is the nature, count as, counts as, treated as, considered, model, direct one, indirect one, direct relationship, indirect relationship, direct basis, indirect basis, direct terms, indirect terms',
  partners:
    'partners, partner companies, csp partners, second partner, another partner, further partner, additional partner, one more partner, extra partner, new partner besides, single partner, only one partner, one partner only, just one partner, several partners, two partners, multiple partners, more than one partner, other partners, one reseller only, only one reseller, just one reseller, a single reseller, single reseller, more than one reseller, second reseller, another reseller, further reseller, additional reseller, one more reseller, extra reseller, second provider, another provider, two resellers, several resellers, multiple resellers, one partner per customer, one reseller per customer, partners per customer, resellers per customer, multi-partner, multi partner, multipartner, multi-channel, multi channel, multichannel, more then one partner, more then one reseller, more then one provider, more than one provider, two providers, several providers, 2 partners, 2 resellers, 2 providers, second distributor, another distributor, two distributors, a 2nd partner, 2nd partner, 2nd reseller, 2nd provider, pair of partners, pair of resellers, as partners, csp partner companies, partnerships with, list of partners, partner list',
  provider:
    'provider*, indirect provider*, distributor*, distributer*, disti, distis, wholesaler*, upstream, csp provider*, csp indirect provider*, distribution partner*, distribution, supplier*, whose reseller, whose indirect reseller, distri, distris, distie, disty, disties, wholesaling partner, upstream partner, csp distributor, on the list of providers, on the list of indirect providers, in the list of providers, in the list of indirect providers, on the provider list, on the providers list, in the provider list, list of official indirect providers, list of official providers',
  reseller:
    'reseller of record, reseller on, reseller for, the reseller of, the reseller for, indirect reseller for, indirect reseller attached, partner of record, reseller, dealer, vendor, value added reseller, var, selling partner, resell for, resells for, partner on record',
  resellers:
    'resellers, dealers, vendors, indirect resellers, selling partners, downstream, channel partners, every reseller, each reseller, any reseller, reseller list, list of resellers, reseller overview, reseller base, resell for, resells for, reselling for, reseller network, reseller channel, reseller community, resellers list, every indirect reseller, each indirect reseller, any indirect reseller, all indirect resellers, any resellers, all resellers',
  indirectReseller:
    'indirect reseller, indirect reseller*, ir, irs, csp indirect reseller, indirect csp reseller, indirect model, indirect reseller program, take on the indirect reseller role, take on the ir role, assume the indirect reseller role, stuck as ir, stuck as an ir, stuck as an indirect, stuck as indirect, every indirect reseller, each indirect reseller, any indirect reseller, all indirect resellers',
  customer:
    'customer*, client*, end customer*, end user*, buyer*, end client*, tenant of the customer, clientele, customer base, customer account*, customer list, school, hospital, direct customer*, indirect customer*, customers are also, clients are also, customers also, one partner per customer, one reseller per customer, partners per customer, resellers per customer, book, book of business, books of business, accounts which, accounts that, accounts in common, shared accounts, same accounts, joint accounts, common accounts, overlapping accounts, mutual accounts, accounts both, end-customer*, end-client*, end-user*, patron*, punter*, purchaser*, customer creation, be its customer, end-customers, enroll a new customer, sign up as a customer, list of customers, list of clients, client list',
  employee:
    'employee*, user, users, colleague*, staff, people, person, team member*, coworker*, user account*, member*, its staff, own users, own colleagues, user creation',
  role: 'role, roles, permission to, permissions needed, rights needed, job role',
  globalAdmin: 'global admin*, global administrator*, ga',
  adminAgent: 'admin agent*, sales agent*, helpdesk agent*',
  self: 'own, itself, themselves, ourselves, for itself, its own, their own, our own, own use, internal use, internally, in house, inhouse, own staff, own employees, own people, own company, own business, own needs, own office, personally, for us, own team, own consumption, for its employees, for its staff, for their staff, for their employees, for its own people, for its people, for our staff, for our employees, in-house, internal, internal seats, internal licences, internal licenses, own internal use, own usage, internal usage, for internal, its staff, its own staff, own workforce, own headcount, own desks, own machines, own computers, own laptops, own offices, own users, own colleagues, for himself',
  partnership:
    'partnership*, partner relationship*, partnering agreement, tie up, tie ups, alliance, csp partnership*, partnership status, request a partnership, request partnership, request partnerships, requests a partnership, requested a partnership, requested the partnership, requested partnership, ask for a partnership, start a partnership, started the partnership, started a partnership, set up the partnership, set up partnership, set up a partnership, set up partnerships, cancelled the partnership, cancel the partnership, after the partnership, ended partnership, as partner, as its partner, as their partner, proud partner of',
  partnered:
    'the two partners, linked to, tied to, associated with, resell for, resells for, reselling for, reseller under, partnered, partner with, partnering, partners with, linked, link between, linked up, connected, connection, connection between, tied, tied up, working together, work together, work with, works with, working with, hooked up, associated, teamed, team up, teaming, in business with, do business with, doing business with, business with, paired, allied, affiliated, joined up, cooperat*, collaborat*, hand in hand, partner of, a partner, in a relationship, deal with each other, deals with, on board with, attached to, relationship with, relationship to, relationship between, how do they relate, relate to, relate, related, belong to, belongs to, signed up with, under, partner up, on record, still together, together still, joined forces, join forces, joining forces, joined hands, teamed up, in league, in cahoots, got together, hand in glove, in bed with, hitched, hitched up, hooked up with, coupled, collaboration, partner together, working relationship, business relationship, on each other, in each other, each other as partners, mutually linked, linked with, connected with, connected to, joined together, work side by side, work hand in hand, working hand in hand, working side by side, go together, goes together, in bed together, taken under, under the wing, under its wing, taken under the wing, stopped being partners, stops being partners, stop being partners, ceased being partners, ceased to be partners, quit being partners, are not partners any more, are not partners anymore, were once partners, used to be partners, active partner, current partner, official partner, registered partner, valid partner, confirmed partner, hooked, hooked to, hooks up, wired to, relates, relates to, bound to, partnered up, joined with, joined to, tied in with',
  relation: 'relation*, relationship*, reseller relationship*, status between, between, each other, one another',
  invitation:
    'invitation, invite, partnership request, partnership invitation, partnership invite, invitation link, invitation mail, invitation email, invitation message, invite link, request from, connection request, invitation request, the link, joining request, request to connect, partner request, partner invitation, partner invite, the request, reseller invitation, request of, request, personalized link, personalised link, open invitations, open invites, open partnership requests, open invitation, open invite, offer of partnership, partnership offer, sign off on the invitation, partnership link, partner link, partnering link, partnership mail, partnership e-mail, partnership email',
  invitations:
    'invitations, invites, partnership requests, partnership invitations, open requests, partner requests, requests, connection requests, pending requests, invitation list, partner invitations, outstanding requests, invitation links, open invitations, open invites, open partnership requests, list of invitations',
  invite: 'invited, inviting, invites, invite',
  accept:
    'accept*, agree to, agree, agreed to, say yes, said yes, take up, took up, taken up, confirm, confirmed, confirms, approve the, approves the, authorize the, authorise the, authorize, authorise, authorizing, authorising, authorized, authorised, accept button, complete the invitation, acceptance, saying yes, says yes, say yes to, take it up, taken it up, takes up, taking up, ok the, okay the, sign off on the invitation, nod through, give the nod, gave the nod, gives the nod, given the nod, consent*, saying yes to, accepted or rejected, accepted or declined, accepted or refused, authorizes, authorises',
  decline:
    'declin*, turn down, turned down, say no, said no, reject, accepted or rejected, accepted or declined, accepted or refused',
  receive:
    'receiv*, recieve*, get, got, gotten, gets, reach, reached, reaches, arrive, arrived, arrives, deliver*, seen, saw, see, open, opened, opens, opening, read, click, clicked, clicks, clicking, look at, looked at, respond*, response, reply, replied, replies, answer*, react*, reaction, viewed, view, notic*, act on, acted on, come through, came through, land, landed, show up, pick up, picked up, done anything with, do anything with, touched, used, follow the link, followed the link, sent to, go out, went out, gone out, out to, what happened to, what became of, become of, what happened with, go unread, unread, lying, any news, news, state of, status of, track, heard back, hear back, timeline, progress of, reaching, arriving, lands, landing, views, viewing',
  pending:
    'pending, outstanding, unanswered, unaccepted, waiting, awaiting, still out, not yet accepted, not accepted, not been accepted, not answered, not been answered, overdue, unopened, sitting, older than, more than, over, lingering, stale, hanging, not responded, not yet answered, unresolved, in limbo, undecided, still waiting, not replied, no reply, no response, not yet responded, aging, ageing, queue, backlog, unconfirmed, for longer than, longer than, at least, old, not been responded, expired, unclosed, unused, not reacted, in flight, at large, past, open invitations, open invites, still open, are open, open partnership requests, open requests, has open, have open, currently open, open partnership, open since, left open, invitations open, invites open, open invitation, open invite, waiting for, wait for, waits for, waiting on',
  send: 'send, sends, sent, sending, request a partnership, request partnership, request partnerships, requests a partnership, requested a partnership, requested the partnership, requested partnership, ask for a partnership, issue, issued, issues, create the link, generate, generated, start a partnership, started the partnership, started a partnership, initiate, initiated, propose, proposed, set up the partnership, set up partnership, set up a partnership, set up partnerships, establish, issuing, generates, generating, initiates, initiating, proposes, proposing, dispatch, dispatched, dispatches',
  resend:
    'resend, resends, resent, send again, sent again, renew the invitation, renewed the invitation, re send, remind, reminded, re sent, reissue, reissued, reminds, reminding, reissuing, resending, sending again',
  revoke:
    'revoke*, withdraw*, withdrew, cancel*, take back, took back, retract*, rescind*, recall*, call back, pulled back, pull back',
  ask: 'ask, asked, asks, request, requested, apply for, applied for, requests, requesting',
  remove:
    'remov*, delet*, end, ends, ended, ending, terminat*, cut, cut off, cut ties, dissol*, broke up, broke off, break up, breaking up, break off, broken off, broken up, close, closed, drop, dropped, drops, split, split up, part ways, parted ways, parting ways, unlink*, disconnect*, separat*, cancelled the partnership, cancel the partnership, kick out, kicked out, stopped working, stop working, no longer partner, no longer partners, ended in, ended with, not partners any more, not partners anymore, not partner any more, not partnered, no longer partnered, no longer work, quit, leave, leaves, left, detach*, ex partner, breakup, removal, termination, dissolution, ended partnership, taken off, take off, undone the partnership, gone, unpartner*, over and done, tore up, torn up, wound up, wind up, after the partnership, stop being partners, cease, ceased, ceases, called it quits, is over, was over, now over, has ended, being over, no longer its reseller, no longer a reseller, no longer their reseller, no longer its provider, no longer their provider, not its reseller any more, not its reseller anymore, pulled the plug, pull the plug, threw out, thrown out, throw out, let go of, cut loose, ditched, dumped, separate ways, fell out, walked away, walked out, moved on from, called time, post-removal, post-breakup, post-split, removed, parting, break-up, break-ups, split-up, bust-up, fall-out, falling-out, wind-down, unwound, sever, severs, severed, severing, severance, parted, part company, parted company, parting company, stopped being partners, stops being partners, ceased being partners, ceased to be partners, quit being partners, are not partners any more, are not partners anymore, were once partners, used to be partners, after-effects, fell apart, fall apart, fallen apart, came apart, come apart, disbanded, disband, called off the partnership, abandoned the partnership, wrapped up the partnership, dropping, closing, leaving, quitting, ditching, dumping, splitting, kicking out, kicks out, tearing up, winding up, winds up, letting go of, cutting, cutting ties, cutting off, disbanding, disbands, ceasing, ditches, dumps, splits, splits up, breaks up, breaks off, parts ways, walking away, walks away',
  keep: 'keep*, kept, retain*, lose, loses, losing, continue*, remain*, survive*, stay*, hold on to, hang on to, affected, affect, still see, still manage, still access, left with, go away, goes away, maintain*, preserve*, carry on, what remains, what stays, what is left, remains, left behind, leave behind',
  happen:
    'what happened, what happens, happened, happens, happen, consequence*, impact*, result*, what became, what changed, what did change, details, aftermath, what follows, what followed, fallout, what was the outcome, outcome, afterwards, after, implications, what about, after-effect, after-effects, aftereffects, knock-on, knock-on effect, knock-on effects, ramification*, repercussion*, upshot, side effect, side effects, entail, entails, entailed, effect, effects, entailing, affects, affecting',
  access:
    'access, rights, privilege*, permission*, permissions, administer, control, login, log in, get into, get in, poke around, poking around, snoop, snooping, rummage, rummaging, nose around, peer into, look into the tenant, reach into, in the tenant of, see inside, look inside, log on, logging in, logging on, logs in, sign in to, signing in to, still get at, get at the, get at their, get at its, log into, logging into, logged into, logs into, login to, logon to, snoops, snooped',
  adminAccess:
    'admin access, administrator access, administrative access, admin rights, administrator rights, administrative rights, admin privileg*, administrator privileg*, administrative privileges, admin permission*, administrator permission*, administrative permission*, delegated admin*, delegated administration, dap, gdap, delegated access, admin control, administrative control, admin powers, admin agent access, elevated access, back door, backdoor, elevated rights, admin role in, admin role on, global admin in, global admin on, admin on, admin of, admin for, admin in, administrator on, administrator in, administrator of, keys to, as admin, as an admin, as administrator, as an administrator, as global admin, as a global admin, still admin, still an admin, admin perms, admin privs, admin permission',
  ownTenant:
    'work account*, our tenant, our account, tenant, tenants, directory, environment, account, company account, office 365 account, microsoft 365 account, organization account, azure ad, entra, systems, own account, admin portal',
  shared:
    'share, shares, shared, sharing, in common, common, joint, mutual, overlap*, jointly serve, jointly served, jointly served customers, both have, both serve, both of them serve, they both, have together, both look after, serve together, served together, served by both, both share, both manage, both handle, both work for, both work with, both sell to, both supply, both looked after, co managed, comanaged, shared by both, intersection, duplicates, both on, between them, customers are also, clients are also, also customers of, also a customer of both, also served, customers also, appear at the same time, appear in both, found in both, occur in both, on both lists, in both lists, in both books, on both books, present in both, look after together, looked after together, looks after together, served at the same time, overlap between, held in common, crossover, cross-over, in tandem, accounts in common, shared accounts, same accounts, joint accounts, common accounts, overlapping accounts, mutual accounts, accounts both',
  serve:
    'serve, serves, served, serving, supply, supplies, supplied, supplying, look after, looks after, looked after, deal with, handle, handles, handled, cater, take care of, takes care, taken care of, manage, manages, work for, work on, work with, supports, support, provide services, provide service, service, services, assist, assigned, team up on, co sell, transact with, billed by, active at, active for, active on, active with, together for',
  enroll:
    'sign-up, sign-ups, on-boarding, enrol, enrols, enroll, enrolls, enroled, enrolled, enrolling, enroling, enrollment*, enrolment*, register, registers, registered, registration*, registering, sign up, signup, signed up, signing up, application*, apply, applied, applies, applying, onboard, onboarding, onboarded, applied for csp, apply for csp, applies for csp, applying for csp, join the csp, join csp, joining csp, join the program, joining, joined the program, joined csp, csp application, vetting, vetted, verification*, verified, verify, verifying, paperwork, admission, getting into csp, csp program, csp programme, in csp, into csp, registration process, sign up process, been admitted, admitted, accepted into, csp status, kyc, identity check, background check, verifies',
  status:
    'status, state, stage, step, steps, progress, stand, stands, standing, how far, how is, how are, stuck, held up, hold up, hold*ing up, holding up, hold-up, holding, delay, delayed, going on, going, update, complete, completed, frozen, stalled, finished, finish, done, waiting on, waiting for, wait for, waits for, on track, where in the process, in the process, process, coming along, next step, taking so long, so long, through, made it through, gone through, get through, pass, passed, under review, position, eta, how long, approved, rejected, in review, moving, still in review, being reviewed, submitted, news, latest, phase, point, already, delays, delaying, completes, completing, finishes, passing, pending review',
  review: 'review, reviews, reviewed, reviewing, vet, vets',
  approve:
    'approv*, reject, rejects, rejected, decide, decided, decides, decision, clear, cleared, pass, passed, sign off, signed off, authorize the, authorise the, authorize enrollments, authorise enrollments, deciding, clears',
  document: 'document*, file, files, papers, proof, evidence',
  profile:
    'profile, organization profile, organisation profile, company profile, legal profile, legal business profile, address, company address, company details, company data, org profile, legal name, legal info, business address, organization details, company information',
  businessProfile: 'business profile*, referral profile, marketing profile, referrals profile, referral, referrals',
  ownershipMail:
    'ownership mail, ownership email, verification mail, verification email, confirmation mail, confirmation email, ownership e mail, verification e mail, confirmation e mail, verification message, primary contact email, primary contact address, contact mail address, email address of the primary contact',
  mail: 'mail, mails, email, emails, message, messages, letter, notification, e mail',
  become:
    'become, becomes, becoming, became, turn into, turned into, convert*, change into, change to, move to, moving to, switch to, switching to, switched to, enroll as, enrol as, register as, sign up as, act as, turn, turns, join as, go indirect, going indirect, transition to, transitioning to, get to be, added as, set up as, resell for, start reselling, be a partner, be an ir, operate as, be enrolled as, qualify as, serve as, made, make, start as, migrate to, upgrade to, shift to, apply as, be its, be their, be a, be the, be an, be our, intends to resell, take on the role, take on the indirect reseller role, take on the ir role, taken on as, being taken on as, take up the role, assume the role, assume the indirect reseller role, adopt the role, exchange the role, swap the role, go from, go from being, moving over to, moved over to, move over to, made into, be made, promoted to, graduate to, evolve into, morph into, get itself set up as, join them as, join it as, rather be, be its customer',
  transition:
    'transition*, migrat*, conversion, changeover, switch, switching, switched, convert, converted, direct to indirect, moving from direct, move from direct, move away from direct, offboard*, off board*, direct tenant, direct bill tenant, from direct, switches',
  undo: 'undo*, revert*, revers*, roll back, rolled back, rollback, rolling back, go back, going back, went back, switch back, switched back, back out, return to, change back, changed back, move back, moved back, step back, turn back, back to direct, become direct again, direct again, take back, way back, cancel becoming, unwind, back to being direct, convert back, back to a direct, again direct, no return, get back to, irreversible, permanent, back to direct bill, for good, change its mind, changed its mind, change their mind, changed their mind, changed its mind, change our mind, changed our mind, regret*, final, stop being an indirect, leave the indirect, drop out of, put right, way out, taken back, take it back, wants out, want out, one-way, restore*, any going back, turning back, backtrack*, backpedal*, turn the clock back, walk it back, walk back, second thoughts, get out of, u-turn, rethink*, reconsider*, step out of, opt out, abandon*, give up, gives up, revoke its decision, revoke the decision, revoke their decision, withdraw its decision, make undone, as before, like before, as it was, back to how, back to what, back to where, back to square one, return as, become direct bill again, give up being, back as direct, back as a direct, de register, one way, cancel, cancels, cancelled, call off, called off, cancel the move, get it back, gets it back, get them back, have it back, bring it back, brought back, bring back, brought it back, reinstat*, re-establish*, reestablish*, revive*, de-enroll, de-enrol, deenroll, unenroll*, unenrol*, un-enroll, deregister*, de-register, turned back, turns back, forever, for ever, always an ir, always an indirect, locked in, turned back into, turn back into, back into, stuck with that, stuck with it, stuck with this, given up, giving up, unpick*, annul*, returning, possibility of returning, return to direct, returning to direct, retrace*, reversal, reversion, revocable, irrevocable, irrevocabl*, retract*, rescind*, nullif*, void, turn it back, turn this back, go back on, goes back on, gone back on, back-pedal*, stuck as ir, stuck as an ir, stuck as an indirect, stuck as indirect, stuck as a reseller, not final, change of heart, second thought, one-way street, one way street, point of no return, become direct-bill again, u turn, about-turn, about turn, about-face, walked back, wind back, wound back, undoing, undid, quit being an indirect, quit being an ir, stop being an ir, get its direct, revert back, one-way ticket, one way ticket, road back, path back, door back, route back, path to return, road to return, un-become, unbecome, direct partner again, plain direct again',
  direct:
    'direct, direct bill, directly, direct billing, direct billed, direct customer*, direct bill tenant, direct tenant, direct partner, direct bill partner, directbill, billed direct, billed directly, return to direct, returning to direct, direct one, direct relationship, direct basis, direct terms',
  indirect:
    'indirect, indirectly, indirect customer*, through a provider, via a provider, via provider, through provider, via an indirect provider, through an indirect provider, through a distributor, via a distributor, billed through, two tier, via the provider, through the provider, indirect one, indirect relationship, indirect basis, indirect terms',
  mpn: 'mpn*, mpn id, mpn ids, mpn number, mpn account, location id, location account, location ids, partner id, partner ids, pla, mpnid, partner network id, partner location, partner location account, location mpn, partner number, network id, microsoft partner network, mcpp id, partner location id, id, id number, partner code, reseller field, reseller box, partner network number, network number, microsoft partner number, microsoft partner network number, ms partner number, ms partner id, microsoft partner id, location number, mpn location, pla id, ids, partner numbers, partner nr, mpn nr, partner no., ms partner no., partner network no., mpn no., location no., id no.',
  link: 'link, links, linking, associate, connect, connects, choose, chooses, chose, attach*, connecting',
  mpa: 'mpa, microsoft partner agreement, partner agreement, mpas, microsoft partner agreements, partner contract, microsoft agreement, microsoft contract, agreement with microsoft, contract with microsoft, ms partner agreement, partner center agreement',
  agreement:
    'agreement, agreements, contract, contracts, terms, paperwork with microsoft, indirect reseller agreement, ira',
  customerAgreement: 'customer agreement, microsoft customer agreement, mca, attest, attested, attests, attestation',
  sign: 'sign, signs, signed, signing, signature, signatures, unsigned, accept, accepted, agreed, agree, executed, in place, on file, ink, inked, signatory, countersigned, countersign, done, sign off, outstanding, agreed to, gone through, up to date, agrees, inks, inking, countersigning',
  ready:
    'ready, all set, good to go, cleared to, prepared, up and running, fully set up, set to go, open for business, fully onboarded, qualified, able to transact, ready for business, readiness, set to transact, set for business, set for selling, set for transacting, operational, in shape, fit to, clear to, green light, greenlight, green lit, go live, live yet, ready to go, in a position to, everything set, everything in place, everything in order, fully ready, still missing before, left to do before, what is left, left to do, remaining steps, what remains, what is missing, complete before, left before, cleared for, all clear, requirements, prerequisites, have what it takes, what else does, what more does, what else do, preconditions, all the boxes, ticked, everything needed, needed to sell, needed to transact, conditions, fulfil, fulfils, fulfill, fulfills, first transaction, first sale, what stands between, already sell, already selling, already do business, already transact, allowed to transact, steps left, anything missing, what is needed, what does it take, complete to transact, still open before, need before, needs before, set up to sell, set up to transact, permitted to transact, ticks, all the ticks, green ticks, ticks are there, checkmarks, all boxes, all the boxes ticked, boxes ticked, good to transact, set to sell, fit to transact, entitled to transact, clear to transact, free to transact, meets everything, meet everything, fulfilled everything, fulfils everything, everything it needs, everything they need, transaction ready, transact-ready, transaction-ready, ready for transactions, may start transacting, start transacting, readiness checks, three readiness checks, three checks, three conditions, three ticks, three facts, three boxes, three requirements, all green, green across the board, green on all, fulfilled',
  transact:
    'transact*, start selling, begin selling, trade, trading, transactions, transaction, place orders, do business, doing business, start business, start transacting, sell yet, conduct business, sell csp, start doing business, begin transacting, sell anything, make sales, start to sell, begin to sell, commence, operate, any business with, good to transact, set to sell, fit to transact, entitled to transact, clear to transact, free to transact, able to transact, may start transacting, ready for transactions, transaction ready, transaction-ready, transact-ready, permitted to transact, allowed to transact, trades, traded',
  sell: 'sell*, sold, resell, resells, reselling, resold, sale, sales, do business with, doing business with, supply, supplies, supplying, supplied, transact with, transacting with, trade with, offer, offers, distribute, distributes, distributing, place orders for, place an order for, order for, orders for, take on, close a deal, close the deal, deal, deals, get business, provide csp, win, serve, offering, make a sale, bill, quote for, provision, flog, flogs, flogged, flogging, peddle, hawk, vend, sell on, market to, hand over licences, supply to, do any business with, any business with, do business, sign up as a customer, quote, quotes, quoting, closed the sale, close the sale, closed a deal, closed the deal, closing the deal, closing the sale, seal the deal, sealed the deal, offered, distributed',
  buy: 'buy, buys, buying, bought, purchas*, procure*, acquire*, obtain*, source, sourced, sourcing, get, gets, getting, come from, comes from, order from, sources',
  order:
    'order, orders, ordered, ordering, checkout, purchase order, transaction, place an order, cart, place, placed, order for, orders for, place an order for, place orders for, place orders, placing',
  refused:
    'refus*, reject*, declin*, fail*, bounced, bounce, bouncing, error*, denied, not go through, did not go through, came back, comes back, come back, turned down, unsuccessful, not accepted, threw, throws, returned, returns, returning, giving, gives, gave, gets, got, getting, ended with, ended in, ends with, blew up, errored, stopped, blocked, cancelled, aborted, kicked back, spat out, thrown, knocked back, would not go, not work, broke, bounces',
  errorCode: 'code, error code, code number, error number, error, status code, fault code, message code',
  subscription: 'subscription*, sub, subs, seat subscription, azure plan, subscribed, plan, subscription id',
  support:
    'support, supports, supporting, supported, supporter, customer support, tech support, technical support, first line support, support desk, help desk, helpdesk, support line, call for help, calls for help, turn to, turns to, get help, gets help, help with, need help, needs help, needing help, responsible for support, after sales, troubleshoot, troubleshooting, troubleshoots, fixes, on call, front line, frontline, incidents, tickets, support tickets, assistance, complains, complain, something breaks, breaks, breaks down, goes wrong, goes down, help out, in case of trouble, call when, ring, phone, helps, help, call about, calls about, customer call, customers call, contact about, write to, who do i call, does the customer call, do the customers call, support contact*, designated support contact*, first-line support, second-line support, 2nd line support, 1st line support, support team, provide support, provides support, providing support, give support, gives support, fielding, fields calls, support calls, support queries, support questions, support issues, support cases, after-sales, take support calls, used to mind, who minds, tends to their, gives them trouble, gives trouble, gives him trouble, gives her trouble, give them trouble, give trouble, giving them trouble, giving trouble, causes trouble, playing up, plays up, acts up, acting up, misbehav*, malfunction*, outage, outages, haywire, on the blink, on the fritz, stops working, out of order, supporting partner, supporting company, first aid, come to the rescue, rescue, bail out, sos, hotline, hot line, call centre, call center, support partner',
  contact:
    'set as support contact, support owner, support contact*, designated support contact*, contact, contacts, contact person, support person, point of contact, responsible, in charge, designated, designated contact, support owner, support provider, support partner, who to call, whom to call, who to phone, whom to phone, who to contact, whom to contact, who to ring, contact for help, support responsibility, helpline, support address, approach, whom to approach, who to approach, supporting partner, supporting company, tel, tel no, telephone, phone number, hotline, entrusted with supporting, entrusted with support, route it, route this, route that, route the ticket, do i route, do we route, pass the ticket, hand the ticket, go-to, goto',
  licenses:
    'licen*, seats, seat, own licenses, own seats, software, microsoft 365 seats, own subscriptions, own subscription, microsoft products, own copies, copies, m365 for itself, own microsoft 365, handle licences, change licences, handle the licenses, look after licenses, internal seats, internal licences, internal licenses',
  ofRecord:
    'reseller of record, partner of record, on record, of record, attached to, assigned to, registered on, is on, listed on, tagged on, tied to, behind, named on, stands on, mentioned on, noted on, recorded on, linked to, credited on, set on, appears on, shown on, reseller on, indirect reseller attached, entered on, the reseller of, associated with, dpor, cpor, por, down as, is down as, takes care of, looks after',
  credit:
    'credit, credits, credited, crediting, commission*, earn*, paid for, benefit from, benefits from, counted, recognition, attribution, attributed, gets paid, get paid, revenue, bonus',
  incentive:
    'incentive*, rebate*, payout*, commission*, kickback*, incentives program*, partner incentives, incentive payment*, incentive program*, incentive programme*, incentive money, incentive credit, bonus*',
  renew: 'renew*, renewal*',
  transfer: 'transfer*, subscription transfer',
  extension: 'extension, extend, relationship extension, extended, extends, extending',
  manage: 'manage*, managing, administer, handle licences, change licences, handle the licenses, look after licenses',
  add: 'add, adds, added, adding, create, creates, created, creating, set up, sets up, setting up, make, made, onboard, bring on, bring in, take on, taking on, new, enter, entered, open, opening, opens, put in, get new, gain, sign up, register, registering, registered, acquire, win new, onboards, assign, assigned, assigns, input, inserting, insert, give, gave, given, grant, granted, grants, invite new, provision, hire, onboarding, onboard*, creation, customer creation, account creation, user creation, set-up of, adding of, addition, enroll a new customer, create new, creating new, take in, take in new, bring aboard, bringing aboard, bring in new, all set up, been set up, was set up, enters, entering, assigning, inserts, granting',
  change:
    'change*, changing, edit*, modif*, update, updates, updated, updating, alter*, correct, corrected, corrects, fix, fixed, amend*, set, sets, swap*, switch, adjust*, maintain, reassign*, designate, designates, replace*, revise*, upload*, put, fill in, filled in, setting, touch, touched, touches, tweak*, meddle*, tamper*, tinker*, fiddle*, rewrite, rewrote, rewritten, overwrite, overwrote, overwritten, swapped, switched, correcting, fixing, designating, touching',
  lost: 'lost, lose, forgot, forgotten, forget, misplaced, mislaid, no longer has, can not find, can not remember, gone, missing, did not write down, not written down, did not save, not saved, threw away, thrown away, deleted, closed the window, did not note, again, recover*, retriev*, see again, show again, find out, look up, never saved, never noted, unknown, not remember, retrievable, retrieved, recoverable, recovered, recovery, re-read, reread, re-display, see it again, show it again, redisplay, dug up, mislay, mislays, vanished, disappeared, gone missing, wiped, not noted, nowhere to be found, never got written down, written down, wrote down, wrote it down, write it down, write them down, jotted down, jot it down, note it down, noted down, look it up, look them up, looked up, mislaying, losing',
  password:
    'password*, credential*, temporary password*, first password, initial password*, one time password*, login details, log in details, sign in details, passcode, passwords, pwd, pw, admin login, first login, initial login, first sign in, initial admin password, sign in information, login info, logon, creds, temp creds, temp password, temp pass, temporary credentials, one-time password, one-time pw, otp, temp pwd, temporary pw, initial creds, first pw, initial pw, start password, starter password, setup password, set-up password, admin creds, login credentials, sign-in details, log-in details, login data, access data',
  region:
    'region*, csp region*, market*, territory, territories, area, zone, geography, geo, sales region, sales area, trade area, bloc, regional market, regional, regionally, region-wise, regionwise, sales zone, trading area, trading bloc, trading region, geographical limits, geographic limits, catchment area, regional rules, region rules, regional restrictions, sales areas, sales regions, csp areas, geographical area, geographical scope, geographic scope, geographical reach, different regions, different region, different market, different markets, two regions, separate regions, different territories, different zones, different area, different areas',
  regionName:
    'asia pacific, apac, europe, emea, eu, latam, latin america, middle east, africa, eastern europe, european, asia, the americas, north america, oceania',
  currency:
    'currenc*, billed in, bill in, billing in, pay in, paid in, invoiced in, money, what money, euro, euros, dollar, dollars, yen, pounds, pound, usd, eur, jpy, gbp, priced in, denominated, in what currency, quoted in, invoice currency, billing currency',
  country:
    'country, countries, nation, nations, markets, foreign, abroad, anywhere, anywhere else, cross border, across borders, overseas, worldwide, international, border, countrywise, geographically, elsewhere, other countries, different countries, different country, two countries, separate countries, different nations',
  whereSell:
    'where can, where may, where is allowed to sell, which countries can, which countries may, which markets can, which markets may, what countries can, what markets can, in which countries, in which markets, in what countries, to which countries, to which markets, into which countries, into which markets, in which country, countries can, markets can, countries may, markets may, countries is, markets is, where all, which country can, countries are, markets are, where are, where in the world, how far does, which regions can, which regions may, where can it sell, geographical limits, geographic limits, geographical scope, geographic scope, geographical reach, geographic reach, geographical area, limits within which, within which limits, confines, which corners of the world, which parts of the world, what parts of the world, how widely, how far afield, which places can',
  official:
    'official*, authorized, authorised, accredit*, recogni*, listed, certified, approved, genuine, legit*, legitimate, on the list, bona fide, real, proper provider, officially, formally, formal, licensed, sanctioned, vouch*, trusted, valid provider, fake, on the list of providers, on the list of indirect providers, in the list of providers, in the list of indirect providers, on the provider list, on the providers list, in the provider list, on the microsoft list, list of official indirect providers, list of official providers, list of providers, list of indirect providers',
  directory:
    'provider directory, directory, official list, partner directory, official providers, list of official, microsoft list, published list, registry, on the list of providers, on the list of indirect providers, in the list of providers, in the list of indirect providers, on the provider list, on the providers list, in the provider list, on the microsoft list, on the list of official, list of official indirect providers, list of official providers, list of providers, list of indirect providers, provider list, providers list',
  history:
    'history, activity log*, activity, log, logs, audit log, audit trail, trail, timeline of changes, changelog, change log, who did what, trace, action log, activities, protocol, record of changes, journal, logbook, audit, audits, audited, auditing, audit entry, audit entries, audit record, audit records',
  they: 'they, them, their, theirs, it, its, that company, this company, that partner, the same company, this one, that one, he, she',
  followUp:
    'and, what about, how about, and what about, and with, and for, or, and how about, then, and if, and now, same for, same question for, the same for',
  known:
    'a, an, the, is, are, was, were, be, been, being, am, do, does, did, doing, have, has, had, having, will, would, of, to, in, on, at, by, for, from, with, as, that, this, these, those, there, here, i, me, my, mine, us, you, your, yours, he, him, his, her, she, if, or, but, so, because, about, into, onto, up, out, off, down, over, then, than, just, only, even, please, pls, plz, thanks, thank, hi, hello, hey, dear, team, morning, afternoon, good, quick, question, quickly, know, tell, check, checking, checked, need, let, us, like, want, wondering, wonder, curious, sure, really, actually, exactly, ever, ask, asking, say, says, said, think, guess, seem, seems, appears, sort, kind, way, thing, things, anything, something, nothing, everything, one, ones, now, today, yesterday, tomorrow, week, weeks, day, days, month, months, year, years, last, next, first, recent, recently, lately, ago, before, after, during, until, till, while, time, times, long, longer, far, much, many, more, most, less, least, few, some, such, own, other, others, else, same, too, very, quite, again, back, away, side, end, part, case, fact, info, information, details, detail, data, name, names, number, numbers, company, companies, firm, business, organization, organisation, org, corp, corporation, office, department, microsoft, ms, csp, partner, center, centre, portal, page, bot, teams, office 365, m365, microsoft 365, o365, 365, azure, azure plan, dynamics, exchange, online, sharepoint, windows, intune, entra, defender, copilot, power, bi, visio, project, premium, standard, basic, e1, e3, e5, f1, f3, p1, p2, enterprise, professional, pro, plus, apps, app, suite, add on, exactly, look, looks, looking, work, works, working, worked, go, goes, going, gone, come, comes, coming, came, take, takes, took, taken, make, makes, making, made, give, gives, given, gave, put, puts, use, uses, used, using, try, tries, tried, trying, set, happen, turn, keep, run, running, call, calls, called, talk, talking, trust, believe, mean, means, meant, help, via, through, per, within, between, against, under, above, below, across, around, toward, towards, upon, currently, already, yet, still, not, no, yes, maybe, perhaps, possible, possibly, whether, either, neither, both, each, every, any, all, none, anyone, someone, everyone, hers, itself, urgent, urgently, asap, btw, fyi, re, regarding, concerning, respect, subject, customer, ticket, caller, line, phone, claims, claim, claiming, complains, complaining, insists, wants, wanted, gets, got, getting, telling, told, tells, says, keeps, always, sometimes, usually, suddenly, also, sent, send, sends, full, whole, entire, new, old, big, small, id, ids, vs, versus, etc, eg, ie, mr, ms, mrs, inc, ltd, llc, gmbh, sas, kk, co, plc, ag, ab, bv, sa, limited, incorporated, k.k, thx, cheers, kindly, could, would, should, might, must, shall, may, can, been, supposed, able, wrong, right, left, certain, particular, specific, current, original, previous, former, ex, formerly, still, quarter, since, once, twice, ok, okay, well, oh, um, uh, hmm, sorry, excuse, apologies, anyway, latest, early, earlier, later, late, soon, finally, eventually, open, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november, december, people, person, man, woman, guy, guys, folks, lot, lots, bit, little, enough, rather, instead, otherwise, however, therefore, though, although, despite, unless, except, including, include, includes, involved, concerned, relevant, related, respective, place, places, point, points, level, term, terms, matter, order, world, find, found, keep, start, started, starts, begin, began, stop, move, moves, moved, bring, brings, brought, hold, holds, held, leave, stay, live, lives, based, located, sits, sit, headquartered, face, faced, facing, wait, waits, waited, handle, handled, pay, pays, paid, cost, costs, price, prices, year old, yearly, monthly, annual, japanese yen, english, language, word, words, meaning, reference, ref, hand, hands, head, eye, eyes, mind, minute, minutes, hour, hours, second, seconds, moment, somehow, anywhere, somewhere, nowhere, everywhere, whoever, whatever, whichever, wherever, ours, theirs, mine, desk, spoke, speak, speaking, dealing, deal, feel, feels, heard, hear, hears, hearing, got it, issue, situation, story, deal, scenario, regards, regard, basis, behalf, on behalf, hopefully, simply, purely, basically, technically, legally, theoretically, practically, actually, officially, properly, correctly, successfully, fully, completely, entirely, partly, directly, immediately, best, better, worse, worst, fast, slow, quickly, slowly, easy, hard, difficult, simple, free, busy, happy, unhappy, angry, confused, restricted, restrict, limited, bound, unclear, clear, unsure, certain, important, critical, necessary, required, requires, require, requirement, wondering, in order to, in order, sales rep, sales reps, sales guy, sales person, salesperson, sales people, sales team, sales manager, sales colleague, account manager, on the phone, over the phone, by phone, phoned, btwn, accidentally, mistakenly, pick, choose, decide, select, stick, prefer, suggest, recommend, consider, assume, argue, doubt, worry, worries, worried, worrying, nervous, concern, mention, mentioned, mentions, state, stated, swear, swears, insist, insisted, believes, believed, suspect, suspects, suppose, remember, remembers, forget, notice, realize, realise, learn, learned, learnt, understand, understood, figure, discuss, discussed, explain, explained, describe, described, needed, needing, demanded, demand, expected, expect, expects, arrange, arranged, prepare, preparing, begins, continue, continued, involve, affect, apply, belong, contain, contains, contained, cover, covers, covered, depend, depends, differ, exist, exists, existed, fit, fits, fitting, follow, follows, grow, growing, increase, join, joined, lead, lies, lie, lying, matters, occur, occurred, owns, owned, perform, produce, provide, rely, replace, represent, result, return, rise, save, saved, scan, search, searching, show, split, stand, study, succeed, suit, survive, talked, tend, test, tested, touch, travel, treat, treated, type, typed, unite, vary, verify, visit, visited, waste, watch, watched, win, winning, wish, write, written, wrote, yield, broken, mistake, mistaken, accident, error prone, weird, strange, odd, funny, broken down, visible, invisible, available, unavailable, empty, blank, present, absent, ready made, separate, separately, individual, individually, general, generally, normal, normally, typical, typically, usual, exact, precise, precisely, rough, roughly, approximately, overall, total, totally, combined, together, alone, single handed, final, initial, initially, previously, prior, further, additional, extra, spare, several, various, obvious, obviously, apparent, apparently, evident, evidently, allegedly, supposedly, presumably, honestly, frankly, seriously, literally, somewhat, slightly, mostly, mainly, largely, merely, nearly, almost, hardly, barely, scarcely, rarely, seldom, often, frequently, occasionally, constantly, forever, tonight, nowadays, meanwhile, afterwards, beforehand, overnight, weekly, daily, hourly, regularly, evening, noon, weekend, holiday, season, fiscal, quarterly, budget, deadline, meeting, meetings, workshop, presentation, review, report, reports, spreadsheet, screen, screenshot, button, field, form, forms, box, tab, column, row, list, item, items, option, options, choice, choices, rule, rules, policy, policies, answer, answers, topic, topics, purpose, reasoning, advice, opinion, idea, ideas, clue, hint, tip, tips, chance, chances, risk, risks, benefit, benefits, advantage, advantages, possibility, possibilities, difference, differences, similarity, example, examples, instance, sense, nature, sort of, condition, circumstances, background, context, past, future, present day, boss, manager, supervisor, director, owner, lead, leader, secretary, assistant, accountant, lawyer, engineer, technician, consultant, trainee, intern, newcomer, visitor, contact person, representative, rep, reps, chap, lady, gentleman, folk, crowd, group, committee, board, crew, outfit, shop, reset, resets, resetting, remote, remotely, marked, shell, reads, marker, counter, accent, spelling, spell, stats, endings, filed, finite, preset, chained, crafted, relay, initiation, employer, employed, spending, initials, mailed, emailed, e-mailed, county, crate, elected, admit, admits, charged, charge, provided, provides, providing, translation, translations, get anywhere, got anywhere, getting anywhere, go anywhere, went anywhere, refund, refunds, deposit, end up, ended up, ends up, ending up, spam, junk, junk mail, spam folder, could you, can you, would you, will you, might you, may i, might i, could i ask, can i ask, may i ask, could i trouble you, might i trouble you, may i trouble you, can i trouble you, trouble you, troubling you, too much trouble, sorry for the trouble, sorry to trouble you, no trouble, if you could, if you can, so kind as to, kind enough, so good as to, good enough to, would you be so kind, how kind, kind of you, be so kind, be able to tell, able to tell, able to say, able to tell me, be able to say, you be able, you are able, somebody tell me, someone tell me, anyone tell me, anybody tell me, can somebody tell me, can someone tell me, can anyone tell me, can anybody tell me, could somebody tell me, could someone tell me, could anyone tell me, could anybody tell me, can somebody tell us, can anyone tell us, can someone help, can anyone help, can anybody help, can somebody help, could someone help, could anyone help, can anyone explain, can someone explain, can somebody explain, could tell him, could tell her, could tell me, could tell us, could tell them, can tell me, can tell us, can tell him, can tell her, can tell them, to tell me, tell me, let me know, let us know, let me have, let me have it, i would like, i would like to know, we would like to know, would like to know, would like to find out, would like to learn, like to know, i want to know, we want to know, wants to know, want to know, wanted to know, wants to find out, want to find out, need to know, needs to know, needed to know, need to find out, needs to find out, need to tell, need an answer, i need to know, we need to know, i need to tell, we need to tell, i need to answer, i need to find out, i need somebody, i need someone, i need an answer, need this for, needs this for, need it for, needs it for, need this today, need it today, need this by, need it by, needs an answer, need to answer, have to answer, should know this, should know, ought to know, i should be glad, should be glad, i should like to know, should like to know, i should be grateful, should be grateful, should be obliged, i should be obliged, should you happen to know, should you know, should you be able, should anyone know, happen to know, do you happen to know, should happen to know, can not make out, could not make out, unable to make out, can not figure out, could not figure out, unable to figure out, can not work out, could not work out, unable to work out, can not tell, could not tell, unable to tell, not able to tell, can not see whether, can not see if, can not find whether, can not find if, can not find out, could not find out, unable to find out, can not find it, could not find it, can not find anything, can not remember whether, can not remember if, can not recall, could not recall, can not answer, could not answer, unable to answer, can not confirm, could not confirm, can not be sure, can not work it out, can not make head or tail, can not put my finger on, can not quite tell, can not quite make out, what i can not work out, what i can not figure out, what i can not make out, what i can not see, what i do not understand, what i do not get, what i would like to know, what i want to know, what i need to know, what i need is, not sure, not quite sure, not entirely sure, not certain, not clear, is not clear, not entirely clear, not quite clear, hard to tell, hard to say, no idea, no clue, not a clue, not the faintest, nobody knows, nobody here knows, no one knows, nobody seems to know, no one seems to know, do not know, does not know, did not know, do not remember, does not remember, do not have the information, have no information, any idea, any clue, any notion, any chance, any chance you could, any thoughts, any inkling, any word on, any way you could, any way you can, is there any way you could, is there a way to see, is there a way to find out, is there any way to see, is there any way to find out, is there any chance, by any chance, possible for you, possible to find out, possible to tell, possible to say, possible to know, possible to check, possible to see, would it be possible to, would it be possible for you, is it possible to find out, is it possible to see, is it possible to check, is it possible to tell, is it possible to know, find out whether, find out if, find out for me, to find out, look up whether, look up if, look this up, look it up, look that up, see whether, see if, see when, see who, see why, check for me, check whether, check if, set out, spell out, talk me through, walk me through, run me through, fill me in, bring me up to speed, shed light, shed some light, throw some light, throw light, point me, give me a hint, give me an idea, give me the lowdown, lowdown, give me an answer, give them an answer, give him an answer, give her an answer, an answer to, help me, help me out, help us, help us out, help me understand, of help, of great help, be of help, bear with me, on my team, in my team, on our team, at our end, from our side, on our side, our account manager, my account manager, their account manager, the account manager, their admin, their administrator, the admin there, the caller, my boss, my manager, my colleague, a colleague, a colleague of mine, colleague of mine, colleagues of mine, my colleagues, our colleagues, our colleague, colleagues at, colleagues from, provider colleagues, a customer of mine, customer of mine, customer on the line, customer on the phone, a customer on the line, a customer on the phone, i have a customer on the line, i have a customer on the phone, a customer asked me, a customer asks me, a customer is asking me, a customer wants to know, before i tell the customer, i am telling the customer, tell the customer, telling the customer, told the customer, answer the customer, reassure the customer, two people asked, several people asked, two of us, somebody on my team, someone on my team, somebody in my team, someone in my team, somebody else says, someone else says, somebody says, someone says, somebody told me, someone told me, someone asked me, somebody asked me, i have been asked, i was asked, been asked, been asked to, keep asking, keeps asking, they keep asking, keep telling, keeps telling, keeps saying, keep saying, everybody says, everyone says, everybody asks, asked me, asks me, asking me, ask me, ask you, asking you, i ask, i have to ask, i need to ask, have to ask, need to ask, i must ask, i am asking, has asked me, have asked me, had asked me, asks whether, asks if, asked whether, asked if, asking whether, asking if, asks about, asked about, asking about, going by, going by our, going by the, going by what, go by, judging by, according to, as far as i can see, as far as you can see, as far as i can tell, as far as you can tell, as far as we can tell, as far as we know, as far as i know, as far as you know, to your knowledge, to my knowledge, to the best of my knowledge, to the best of your knowledge, from what i can see, from what i can tell, from what you can see, from where you sit, off the top of your head, in your system, in our system, in the system, in our records, on our records, on record with us, by our records, in our books, in your books, in our files, going round, going round in circles, going in circles, going crazy, going mad, going nuts, going through my, going through our, going through the, going over, going back and forth, been going, i am going through, we are going through, through my notes, through the files, through my head, right place, right person, right channel, right team, right group, right here, right now, wrong place, wrong channel, in order that, in order to be, got a, i got a, we got a, i have got, we have got, got somebody, got someone, got them on, got him on, got her on, got off, get off, just got off, getting back to, get back to, getting asked, got asked, get asked, i get asked, i keep getting, keep getting asked, got this, got that, got an email, got a mail, got a call, got a note, got an e-mail, received a call, getting calls, get calls, get it wrong, get this right, get it right, get confused, in front of me, in front of, ring them back, ring him back, ring her back, ring back, rang, ring them, ringing, phone them back, call them back, call him back, call her back, calling back, call back to, on the other line, on the line, on the other end, on line two, on hold, holding the line, on the phone right now, the phone, for the sake of, for the avoidance of doubt, avoidance of doubt, for my notes, for my records, for our records, for the record, for the file, for the files, for a report, for an audit, for a meeting, for the meeting, for a call, for a presentation, for a handover, for tomorrow, off the record, so that i can, so i can, so that we can, so we can, so i know, so we know, so that i know, that would be great, that would help, would be great, would help, would be helpful, be most grateful, most grateful, be grateful, grateful, be glad, glad, be obliged, much obliged, obliged, be delighted, delighted, be happy to, appreciate, appreciated, much appreciated, be appreciated, greatly appreciated, would appreciate, i would appreciate it, it would appear, would appear, it appears, appears that, it seems, it would seem, seems that, sounds like, sounded like, rumour, rumor, rumour has it, rumor has it, word has it, legend has it, i hear, we hear, i heard, we heard, i am told, i was told, we were told, been told, was told, were told, told me, tells me, told us, tells us, telling me, telling us, supposing, supposing that, suppose that, assuming, assuming that, provided that, given that, seeing that, seeing as, now that, in case, in the event, in that case, in this case, whether or not, or otherwise, or what, or so, or something, or anything, or nothing, or whatever, or whoever, or not yet, or else, and so on, and all that, and such, as such, such as, as well you might, as it were, so to speak, at all costs, at long last, at last, at least i, at first, at once please, in the first place, first of all, second of all, last but not least, one last thing, one more thing, another thing, another question, one more question, two questions, second question, a second question, one second, a sec, just a sec, one sec, a minute, two minutes, quick check, double check, double checking, sanity check, second opinion, a second opinion, can not say whether, can not say if, can not say who, can not say when, can not say which, can not say for, could not say whether, could not say if, could not say who, could not say when, i can not say, we can not say, unable to say whether, could not say for, we, our, auditor, auditors, i.e, e.g, reply to the client, reply to the customer, get back to the client, get back to the customer, answer the client, tell the client, inform the client, inform the customer, told the client, write to the client, write to the customer, speak to the customer, speak to the client, call the customer back, ring the customer back, call the client back, or is it several, or several, could be several, may be several, might be several, maybe several, possibly several, if there are several, may be more than one, could be more than one, might be more than one, or more than one, if more than one, one or more, one or several, or are there several, or is it more than one, irrespective, regardless, no matter who, whoever issued, used to, who used to, from now on, these days, those days, at the same table, y/n, yes/no, yes or no, yes no, brexit, lad, lass, bloke, girl, boy, notion, notions, inkling, ascertain, ascertained, determine, establish whether, establish if, enquire, inquire, enquiry, inquiry, query, queries, querying, puzzled, puzzling, baffled, stumped, bewildered, perplexed, perplexing, mystery, mystified, round, according, enlighten, advise, bother, bothered, bothering, avoidance, lunch, coffee, driving, forgive, pardon, pointer, pointers, nobody, short, writing, looked, invoice question, glance, peek, moment of your time, spare a moment, spare a minute, have a look, take a look, taking a look, had a look, look into it, look into this, dig into this, dig up, dig out, unearth, hunting, chase this, chasing this, following up, follow up on this, circle back, loop in, heads up, sharpish, pronto, stat, rush, hurry, hurrying, panic, panicking, desperate, desperately, frantic, biting his nails, biting her nails, pestering, pester, nagging, nag, hounding, breathing down my neck, on my back, on my case, escalated, escalation, escalate, breakfast, dinner, tea, desk phone, voicemail, mailbox, hassle, fuss, mess, muddle, chaos, headache, nightmare, trouble free, hiccup, glitchy, stressed, stress, sweating, impatient, patient, polite, rude, furious, cross with, annoyed, annoying, frustrating, frustrated, irritated, swearing, screaming, shouting, yelling, laughing, joking, kidding, funny one, tricky one, odd one, weird one, easy one, silly question, stupid question, dumb question, daft question, simple question, basic question, newbie question, beginner question, general question, theoretical question, hypothetical question, hypothetically, in theory, in practice, in principle, in general, in short, in brief, in a nutshell, in other words, in plain english, in plain words, in one sentence, in writing, in detail, in depth, in fact, in reality, in truth, in effect, in question, in mind, in the matter of, in that matter, in this matter, on that matter, on this matter, on the matter, for that matter, as a matter of fact, as it turns out, turns out, it turns out, as a rule, as usual, as always, as ever, as yet, as of now, as of this morning, as of yesterday, as of last week, as of this week, as of monday, as of the moment, as we speak, as far as, as long as, as soon as, as i understand, as i understand it, as we understand it, as mentioned, as discussed, as said, as promised, as agreed on the phone, as per, as regards, as to, as to whether, as to why, as to when, as to who, as to which, as to how, with regard to, with regards to, with respect to, with reference to, in regard to, in regards to, in relation to this, in connection with this, in the context of, in view of, in light of, on account of, by way of, by means of, on top of that, on top of this, apart from that, apart from this, aside from that, other than that, besides that, last time, next time, this time, that time, any time, anytime, some time, sometime, at any time, at some point, at this point, at that point, at this moment, at that moment, at present time, before you go, before lunch, after lunch, before noon, by noon, by monday, by friday, by tomorrow, by tonight, by end of day, by eod, eod, cob, end of day, end of play, close of business, this morning, this afternoon, this evening, this week, this month, last week, last month, last year, last spring, last summer, last autumn, last winter, last fall, next week, next month, the other day, the other week, a while ago, a while back, a week ago, a month ago, months ago, weeks ago, days ago, years ago, for ages, for weeks, for months, for days, for years, all morning, all afternoon, all day, all week, all the time, half the day, the whole day, the whole morning, ages, hitherto, henceforth, thereafter, thereby, therein, thereof, herewith, hereby, whereupon, whereby, wherein, namely, viz, aka, e.g., i.e., has to act, act next, who is next, next to act, their turn, whose turn, on whom, waiting on whom, to act, md, hr, it chap, it guy, it department, it manager, it team, it person, it people, it lead, it admin, it staff, ceo, cfo, cto, coo, security officer, compliance officer, i need to, we need to, you need to, all three, the three, all two, at their request, at its request, at our request, at my request, on request, upon request, by request, at the request of, on demand, need something to tell, of great importance, of importance, of interest, clear to me, not clear to me, is not clear to me, clear to us, not clear to us, clear to them, two weeks, two days, two months, two years, two hours, two times, two people, two colleagues, two persons, two calls, two mails, two emails, two tickets, two things, three weeks, three days, three months, three years, three hours, three minutes, three times, three people, three colleagues, three persons, three calls, three mails, three emails, three tickets, three questions, three things, four weeks, four days, four months, four years, four hours, four minutes, four times, four people, four colleagues, four persons, four calls, four mails, four emails, four tickets, four questions, four things, five weeks, five days, five months, five years, five hours, five minutes, five times, five people, five colleagues, five persons, five calls, five mails, five emails, five tickets, five questions, five things, six weeks, six days, six months, six years, six hours, six minutes, six times, six people, six colleagues, six persons, six calls, six mails, six emails, six tickets, six questions, six things, seven weeks, seven days, seven months, seven years, seven hours, seven minutes, seven times, seven people, seven colleagues, seven persons, seven calls, seven mails, seven emails, seven tickets, seven questions, seven things, 2 weeks, 2 days, 2 months, 2 years, 2 hours, 2 minutes, 2 times, 2 people, 2 colleagues, 2 persons, 2 calls, 2 mails, 2 emails, 2 tickets, 2 questions, 2 things, 3 weeks, 3 days, 3 months, 3 years, 3 hours, 3 minutes, 3 times, 3 people, 3 colleagues, 3 persons, 3 calls, 3 mails, 3 emails, 3 tickets, 3 questions, 3 things, several people, several times, several weeks, several days, several months, many times, many people, many weeks, at two, at three, at four, at five, at ten, at 2, at 3, ticket has been open, case has been open, ticket is open, case is open, ticket is still open, case is still open, ticket was opened, opened a ticket, open a ticket, opened a case, open ticket, open tickets, open case, who handles this, who handles that, who handles these, who handles it, who deals with this, who deals with that, who looks after this, who takes care of this, who normally does this, who usually does this, who does this, who knows, would you mind, do you mind, if you do not mind, never mind, mind checking, mind telling, mind looking, mind having, changed hands, osaka desk, tokyo desk, london desk, service desk, ticket has been open since, case has been open since, is on holiday, is on leave, is on vacation, is on the phone, is on the line, is on hold, is on a call, is on call, is on sick leave, is on parental leave, is on the other line, is on my back, is on fire, is on me, is on us, is on it, is on the case, is on its way, is on their way, is on his way, are on holiday, am on a call, on holiday, on leave, on vacation, absurd, accidents, accordingly, acquaint, acquainted, adequate, adjacent, admissible, advance, advanced, advances, advancing, aforementioned, afterward, agenda, agendas, ahead, aim, aims, alarm, alarms, albeit, alerted, alleged, along, alright, ambiguous, amount, amounts, anniversary, anticipate, anticipated, anxious, anxiously, anyhow, anyways, apologise, apologised, apologize, apologized, apology, appointment, appointments, appropriate, argued, arguing, arigato, arrangement, arrangements, asleep, assemble, assembled, assert, asserted, asserts, assumed, average, awake, awful, awfully, aye, backward, backwards, bad, battling, beg, begged, begging, beginning, begun, beneath, beside, bet, billion, binder, binders, birthday, bluntly, bonjour, bonkers, bored, boring, bout, brief, briefing, briefly, bringing, bro, broadly, buddy, bye, cabinet, calm, calmly, canteen, carried, carries, carry, carrying, catastrophe, ceremony, certainty, chase, chased, chases, chasing, chat, chats, chatted, chatting, cheerio, chore, chores, christmas, ciao, circumstance, claimant, clarification, clarified, clarify, cleaned, cleanup, closeby, closely, collect, collected, collecting, collection, comfortable, comfortably, commenced, comment, commented, comments, commit, commitment, commits, committed, committing, commonly, commuting, compelled, compile, compiled, compiling, complained, complaint, complaints, conceivable, concerns, concierge, conclude, concluded, concluding, conclusion, conference, conferences, confirmation, confirming, confuse, confuses, confusing, confusion, consequently, convey, conveyed, cope, coped, coping, correctness, corridor, couple, courtesy, coz, crazy, crises, crisis, cupboard, curiously, cuz, daft, damage, damages, danger, dangerous, dangers, danke, dare, dared, deeply, detect, detected, detecting, diagram, diagrams, dial, dialed, dialled, disaster, discover, discovered, discovering, discovers, dispute, disputed, disputes, disturb, disturbance, disturbed, disturbing, doable, docs, doubtful, doubtless, downstairs, downward, dozen, dozens, draft, drafts, drawer, dreadful, dude, dudes, dumb, dunno, duties, duty, earliest, ease, easiest, easter, educate, educated, elaborate, emergencies, emergency, empowered, enclosed, encounter, encountered, encountering, endure, enlightened, enormously, enquired, entrust, entrusted, envelope, envision, episode, episodes, errand, errands, especially, everybody, exam, exams, excused, exhausted, expectation, expectations, expecting, experience, experienced, experiences, experiencing, extremely, fairly, false, faq, faqs, fastest, favor, favour, fetch, fetched, fighting, figures, finishing, firmly, flipchart, folder, folders, foolish, foresee, foreseen, forthwith, fortnight, fortunately, forward, forwarded, fought, fridge, furthermore, gather, gathered, gathers, gentlemen, gently, gents, gimme, gladly, goal, goals, gonna, goodbye, gotta, gracias, gratitude, great, grumble, grumbling, guessed, guesses, guessing, guidance, guided, guideline, guidelines, guten, half, handbook, handbooks, happening, happenings, hardest, harm, harmful, heavily, hence, highly, hola, holidaying, homework, horrible, hound, hugely, humbly, hundred, hundreds, hungry, ill, imaginable, imagine, imagined, imagining, implore, improper, inadequate, inappropriate, incident, incorrect, incorrectly, incredibly, indebted, indoors, inform, informed, informing, informs, injury, innit, inquired, insane, inside, instances, instantly, instruct, instructed, instruction, instructions, instructs, insufficient, interest, interesting, interestingly, interests, interrupt, interrupted, interrupting, interruption, intrude, intruding, inward, justly, kinda, kindness, kitchen, konnichiwa, ladies, lemme, lesson, lessons, letterbox, liberty, lightly, likely, lobby, loosely, lovely, lowly, luckily, mad, mandated, manual, manuals, massively, mate, mates, maximum, median, merci, messaged, messaging, midweek, minimum, mistakes, moan, moaned, moaning, momentarily, moreover, nah, naive, named, narrowly, nasty, nearby, nervously, nevertheless, newest, nice, nohow, nonetheless, nope, notably, notebook, noted, notepad, notified, notify, noting, notwithstanding, nudge, nudged, nuts, objective, objectives, oblige, observation, observations, observe, observed, occasion, occasions, occurrence, occurrences, oddly, okey, older, oldest, opposite, organise, organised, organising, organize, organized, organizing, originally, outdoors, outside, outward, pal, pals, paper, particularly, pen, pencil, percent, percentage, permanently, permissible, pertaining, phenomenon, picture, ping, pinged, pinging, pings, plain, plainly, plausible, plead, pleaded, pleading, pleased, pleasure, pledge, pledged, poke, politely, poor, pop, popped, popping, pops, postman, practicable, predict, predicted, preliminary, preparation, preparations, prepares, presently, pressed, presses, pressing, presumed, priorities, prioritise, prioritize, priority, probable, probably, procedure, procedures, proceed, proceeded, proceeding, proceeds, projects, promise, promised, promises, prompted, promptly, provisional, provisionally, push, pushed, pushes, pushing, puzzle, quarrel, quickest, quiz, raining, rant, ranting, ratio, realised, realising, realized, realizing, reasonable, reasonably, reception, receptionist, reckon, reckoned, reckons, recording, recordings, relating, relax, relaxed, relaxing, relayed, remark, remarkably, remarked, remarks, reminder, replying, respectfully, respectively, reveal, revealed, reveals, ridiculous, rightly, righto, risky, roadshow, roadshows, room, rooms, rung, sadly, satisfactory, schedule, scheduled, schedules, scream, seasonal, seminar, seminars, sensible, sheet, sheets, shortly, shout, shouted, sick, silly, simplest, sincerely, sis, sleepy, slide, slides, slot, slots, slowest, softly, someplace, someway, soonest, sorta, sorted, sorting, specifically, spot, spots, spotted, statistic, statistics, sticky, strangely, strategies, strategy, strictly, stumble, stumbled, stumbling, stupid, succeeded, succeeds, success, successes, suffer, suffered, suffering, sufficient, suitable, sum, summarise, summarize, summary, sums, swing, swore, sworn, table, tables, tactic, tactics, tag, task, tasked, tasks, taught, teach, teaches, teaching, temporarily, temporary, terrible, terribly, text, texted, texting, thanked, thankful, thankfully, thanking, thinkable, thirsty, tho, thou, thought, thousand, thousands, threat, threats, thus, tidy, tidying, tightly, tired, todo, todos, tolerable, traveling, travelling, truly, truthful, tutorial, tutorials, ugly, ultimately, unbelievably, uncertain, uncertainty, uncomfortable, uncover, uncovered, underneath, unfair, unfortunately, unlikely, unreasonable, unsatisfactory, unwell, upstairs, upward, urge, urged, urgency, urges, urging, vague, vaguely, vastly, version, versions, viable, visiting, visits, vow, wanna, warn, warned, warning, warnings, webinar, webinars, wedding, weekday, weekdays, welcome, welcomed, whatsoever, whenever, whereas, whilst, whine, whining, whiteboard, whomever, whosoever, widely, wiki, willingly, wondered, wonders, workable, wrestle, wrestling, wrongly, yeah, yell, yelled, yep, young, younger, yup, several attempts, several tries, two attempts, two tries, many attempts, few attempts, third attempt, second attempt, second try, at liberty, at ease, at a loss, at odds, at hand, at heart, at stake, at length, at issue, at pains, on the basis, on what basis, can i get, could i get, may i get, can we get, could we get, can i have, could i have, may i have, might i have, can i see, could i see, can i be, get the names, get a list, get the list, get an overview, get the name, get hold of, got hold of, do the needful, kindly do, kindly suggest, kindly share, root cause of, pass it on, since long, since long time, since forever, takes forever, taking forever, took forever, forever and a day, be a problem, be an issue, be an option, be a possibility, be a good idea, be an obstacle, be a mistake, be a pain, be a shame, be a pity, be a help, be a joke, be a bit, must we invite, do we have to invite, should we invite, do we need to invite, shall we invite, do i have to invite, need inviting, need to be invited',
}

/** What takes more than one word to say, under what a text has to hold before it is searched for any of them. */
export const SIGNS_EN: Signs = [
  [
    /who/,
    [
      ['whoMay', '\\bwho (?:is|was) it (?:there |here )?(?:that|who) (?:can|may|could|is allowed)\\b'],
      [
        'whoDid',
        '\\bwho (?:was the (?:last|first|one|person|user|admin)(?: \\w+)?|is the (?:last|first)(?: \\w+)?) (?:to|who|that)\\b',
      ],
      [
        'whoMay',
        '\\bwho (?:is|are) (?:the |an? |our |their |@.s )?(?:global admin\\w*|admin agents?|sales agents?|helpdesk agents?)\\b',
      ],
      ['whoMay', '\\bwho (?:has |have |is )?got (?:the |a )?(?:rights?|permissions?|authority|power|role)\\b'],
      [
        'whoMay',
        '\\bwhom? (?:(?:at|in|over at|from|of) (?:@|our \\w+|the \\w+)(?: side)? )?(?:do|should|can|could|must|would|may) (?:i|we|they|you|one|@) (?:have to |need to )?(?:ask|approach|turn to|go to|talk to|speak to|contact|get)\\b.{0,40}\\bto (?!know|buy|help|support|fix|repair|solve|resolve|report|get (?:help|support))',
      ],
      [
        'whoMay',
        '\\bwhose (?:job|task|duty|turn|responsibility|business) (?:is|was) (?:it )?to (?!support|help|answer|look|handle|fix)',
      ],
      [
        'whoMay',
        '\\bwho (?:do (?:we|they|you) have|is there|are there)\\b.{0,30}\\b(?:that|who) (?:can|may|could|is allowed|are allowed)\\b',
      ],
      [
        'whoMay',
        '\\bwho (?:(?:at|in|over at|over in|inside|within|on|of|for) (?:@(?: side)?|our \\w+|the \\w+) )?(?:manages|administers|handles|does|is responsible for|is in charge of) (?:the |all |our |their |its )?(?:users?|user accounts?|employees?|roles?|orders?|ordering|invitations?|partnerships?|profiles?)\\b',
      ],
      [
        'whoMay',
        '\\bwhose (?:permission|approval|consent|authority|authori[sz]ation|go-ahead|ok|rights?) (?:is|are|do|does|would)\\b',
      ],
      [
        'whoMay',
        '\\bwhom? (?:should|must|can|could|does|do) @ (?:\\w+ )?(?:ask|get|approach)\\b.{0,30}\\bto (?!know|buy)',
      ],
      [
        'whoMay',
        '\\bwho (?:is|would be|will be) (?:in charge of|responsible for|the one for) (?!support|help|look|handl|fix|answer)\\w+ing\\b',
      ],
      ['whoDid', '\\bwho (?:there|exactly|over there|among them|on their side) did (?:it|this|that)\\b'],
      [
        'whoMay',
        '\\bwho (?:do|should|must) (?:i|we|you|they|one) (?:ask|talk to|go to|speak to|get|need|approach)\\b.{0,40}\\bto (?!know)',
      ],
      [
        'whoMay',
        '\\bwho (?:(?:at|in|from|of) (?:@|our \\w+) )?(?:is |are )?(?:allowed|permitted|able|entitled|authori[sz]ed|empowered)\\b',
      ],
      [
        'whoMay',
        '\\bwhom? (?:do|should|can|could|must|would) (?:i|we) (?:have to |need to )?(?:ask|contact|talk to|turn to|go to|approach)\\b(?!.{0,50}\\b(?:help|support|problems?|trouble|issues?|outage|fix|repair|broken|breaks|fails?|down)\\b)',
      ],
      ['whoMay', '\\bby whom (?:can|may|could|should)\\b'],
      ['whoMay', '\\b(?:allowed|permitted|open|possible|reserved|feasible) (?:for|to) whom\\b'],
    ],
  ],
  [
    /which|what/,
    [
      [
        'whoMay',
        '\\b(?:which|what) (?:\\w+ )?(?:roles?|people|persons?|users?|admins?|employees?|colleagues?|staff|members? of staff|team members?|members)(?: (?:at|in|of|from|over at) @)? (?:can|may|could|(?:is|are) (?:able|allowed|permitted|entitled)|(?:holds?|has|have|had) (?:the |an? |\\w+ )?(?:rights?|permissions?|roles?|authority|power|clearance|privileges?) (?:to|for)|(?:holds?|has|have) (?:the )?(?:rights?|permissions?|authority|power))\\b',
      ],
      [
        'whoMay',
        '\\bwhat (?:does|do|must|should) (?:one|you|i|we|they|somebody|someone|a user) (?:have to |need to |has to )*be\\b',
      ],
      ['whoMay', '\\b(?:with|in|under|by) (?:which|what) roles?\\b'],
      [
        'whoMay',
        '\\b(?:what|which) (?:\\w+ )?(?:roles?|permissions?|rights|privileges?|authority)\\b.{0,40}\\b(?:needed|needs?|required?|requires|takes?|necessary|permits?|enables?|grants?|allows?|lets?)\\b',
      ],
      [
        'whoMay',
        '\\b(?:what|which) (?:kind|sort|type) of (?:admin\\w*|users?|persons?|employees?|people|agents?|account)\\b',
      ],
      [
        'whoMay',
        '\\b(?:which|what) @(?:.s)? (?:people|persons?|users?|roles?|admins?|employees?|colleagues?|staff) (?:can|may|could|are|is|have|has|holds?)\\b',
      ],
      [
        'whoDid',
        '\\b(?:which|what) @(?:.s)? (?:person|user|admin|employee|colleague) (?:\\w+ed|sent|did|made|gave|set)\\b',
      ],
      [
        'whoMay',
        '\\b(?:what|which) (?:roles?|permissions?|rights?|admin role|access)\\b.{0,40}\\b(?:needed?|needs?|required?|requires?|takes?|necessary|must|have to|do you need|allows?|lets?)\\b',
      ],
      ['whoDid', '\\bwhich (?:person|user|admin|employee|colleague) (?:at @ )?(?:was it|has|had|did)\\b'],
    ],
  ],
  [
    /admin|agent/,
    [
      [
        'whoMay',
        '\\b(?:can|may|could) @.s (?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|account admins?)\\b',
      ],
      ['whoMay', '\\b(?:can|may|could) (?:an?|any|every|the) account admins?\\b'],
      [
        'whoMay',
        '\\b(?:would|will|should|are|is) (?:an? |the |our |their )?(?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|account admins?|user management admins?|mpn (?:partner )?admins?) (?:(?:at|of|in|from) @ )?(?:be )?(?:able|allowed|permitted|entitled)\\b',
      ],
      [
        'whoMay',
        '\\b(?:have to|has to|need to|needs to|must|enough to|sufficient to|necessary to|required to) (?:i |you |one |we |they |somebody |someone )?be (?:a |an |the )?(?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?|mpn (?:partner )?admins?)\\b',
      ],
      [
        'whoMay',
        '\\b(?:can|may|could|should|must) (?:only )?(?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?|mpn (?:partner )?admins?)\\b',
      ],
      [
        'whoMay',
        '\\bonly (?:a |an |the )?(?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?|mpn (?:partner )?admins?)(?: at @| of @)? (?:can|may|is|are|could|has|have)\\b',
      ],
      [
        'whoMay',
        '\\b(?:do(?:es)?|has|have) (?:(?:a|an|any|every|our|the|their) )?(?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?|mpn (?:partner )?admins?)\\b.{0,20}\\b(?:have|need|hold|get|rights?|permissions?)\\b',
      ],
      [
        'whoMay',
        '\\b(?:can|may|could|should) (?:a|an|any|every|our|the|their) (?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?|mpn (?:partner )?admins?)\\b',
      ],
      [
        'whoMay',
        '^(?:is|are) (?:a|an|the|our|their) (?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?) (?:at @ |of @ )?(?:allowed|permitted|able|entitled)',
      ],
    ],
  ],
  [
    /wh(?:o|at|ich)|when|any(?:one|body)|some(?:one|body)|right|permi|author|entitled|allowed|admin|agent|desk|sales |names? of|person|user|one (?:who|that)/,
    [
      [
        'whoMay',
        '\\b(?:which|who|what) of @.s (?:admins?|users?|people|employees?|staff|colleagues?|agents?) (?:can|may|could|is|are|has|have)\\b',
      ],
      [
        'whoMay',
        '\\b(?:can|could|may|might) (?:anyone|anybody|somebody|someone)\\b.{0,30}\\b(?:besides|other than|apart from|except)\\b',
      ],
      [
        'whoMay',
        '\\bcan (?:just |simply |really )?(?:anyone|anybody|everyone|everybody|any (?:user|employee|colleague)s?)\\b(?! (?:tell|help|check|explain|confirm|look|see|say|please|let|find|give|show|advise|answer))',
      ],
      [
        'whoMay',
        '\\b(?:can|may|could) (?:a|an|any|every) (?:\\w+ )?(?:users?|employees?|persons?|colleagues?|admins?|administrators?)\\b (?:with|without|who|(?:at|of|in) @)',
      ],
      [
        'whoMay',
        '\\b(?:right|correct|proper) (?:person|people|user|admin)\\b.{0,25}\\b(?:for \\w+ing|to (?:sign|accept|order|add|create|remove|send|request|change|approve))\\b',
      ],
      [
        'whoMay',
        '\\b(?:does|do) \\w+ing\\b.{0,40}\\b(?:require|need|take|demand)\\b.{0,30}\\b(?:rights?|permissions?|roles?|privileges?|admins?|agents?)\\b',
      ],
      [
        'whoMay',
        '\\b(?:people|persons?|users?|admins?|colleagues?|employees?|those|everyone|everybody|agents?|staff)(?: (?:at|in|of|from|over at|inside) (?:@|our \\w+|the \\w+)(?: side)?)? (?:that|who) (?:can|may|could|are allowed|are able|are permitted|are entitled|have the right)\\b',
      ],
      [
        'whoMay',
        '\\b(?:can|may|could) (?:the |our |their )(?:help ?desk|(?:sales|accounting|finance|billing|support|marketing) (?:staff|team|people|department|guys?|folks|reps?|colleagues?)|interns?|trainees?)(?: at @| of @)? \\w',
      ],
      [
        'whoMay',
        '\\b(?:those|people|persons?|anyone|anybody|everyone|everybody|someone|somebody|users?|admins?|colleagues?|employees?)(?: (?:at|in|of|from|over at) (?:@|our \\w+|the \\w+))? (?:with|having|holding) (?:the |a )?(?:rights?|permissions?|authority|power|role)\\b(?! of)',
      ],
      [
        'whoDid',
        '\\b(?:somebody|someone|anybody|anyone)\\b.{0,100}[.,;!?-] ?(?:so |and |but |then |,)*(?:(?:\\w+ ){0,4}(?:grateful|glad|like|love|need|keen|curious|want|good|great|nice|happy|interested|important) to (?:know|learn|hear|find out|understand|see) |(?:please )?(?:find out|check|see|look up) |do (?:we|you) know |does anybody know |any idea |any clue |(?:can|could) you (?:tell|see|say|find out|check) (?:me )?|i need to know |tell me |please tell me |which one |(?:by )?)(?:by )?who(?:m)?(?: (?:was|is) (?:it|that|this)| (?:it|that|this) was| did (?:it|that|this))?(?: and (?:when|on (?:what|which) (?:day|date)|at what time)| exactly|,? please)*[?.! ]*$',
      ],
      ['whoMay', '^(?:the )?(?:rights?|permissions?|authority|authori[sz]ation) (?:to|for) (?!use)'],
      [
        'whoMay',
        '\\b(?:rights?|permissions?|authority) to\\b.{0,60}\\bwho (?:has|have|holds|got|gets) (?:it|that|this|them)\\b',
      ],
      [
        'whoMay',
        '\\b(?:is|are)(?: there)? (?:anyone|anybody|somebody|someone)\\b.{0,30}\\b(?:able to|allowed to|permitted to|entitled to|authori[sz]ed to|who (?:can|may|could)|that (?:can|may))\\b',
      ],
      [
        'whoDid',
        '\\bwho (?:was|were) (?:responsible for|behind|in charge of) (?:\\w+ing|the|it|this|that)\\b|\\bwho (?:was it|was that|has been|had been) ?(?:\\w+ing\\b|[?.,]|$|and\\b)',
      ],
      [
        'whoMay',
        '\\b(?:who|which (?:of the )?(?:people|persons?|users?|roles?|admins?|employees?|colleagues?|staff|of (?:our|their) \\w+)|what (?:roles?|kind of (?:user|role|admin)s?)|anyone|anybody|somebody|someone|whoever|by whom)(?: else| all| exactly| over there| there| here|,| (?:besides|apart from|other than|except(?: for)?) (?:the |a |an )?(?:\\w+ ){1,2}?\\w+| (?:over at|at|in|over in|from|inside|within|on|of|for|among|amongst) (?:@(?:.s \\w+| side)?|our (?:company|side|team|organi[sz]ation)|the \\w+)(?: side)?)* (?:can|may|could|should|must|might|(?:would|will) be (?:able|allowed|permitted|entitled|authori[sz]ed|eligible|the one)|is in a position|are in a position|has to|have to|needs? to|is able|are able|is allowed|are allowed|is permitted|are permitted|is entitled|are entitled|is authori[sz]ed|are authori[sz]ed|has the (?:right|rights|permission|permissions|power|authority|role)|have the (?:right|rights|permission|permissions|power|authority)|(?:would|does|did|will) have (?:the )?(?:rights?|permissions?|authority|power)|has (?:rights?|permissions?|authority|power)|have (?:rights?|permissions?|authority|power)|is supposed|gets to|is eligible|holds the (?:right|permission)|qualifies) (?!(?:fix|repair|pay|act|move|react|do something|go next|wait|decide|we|i|you|they|one|@|the customer|a customer|not|never|only just|tell|say|help|explain|confirm|check|look|show|advise|answer|please)\\b|@)',
      ],
      ['whoMay', '\\b(?:allowed|permitted|entitled|authori[sz]ed) to\\b.{0,60}\\b(?:at|inside|within) @\\s*[?.]?$'],
      [
        'whoMay',
        '\\bnames? of (?:the )?(?:people|persons?|users?|those|everyone|anyone) (?:who|that) (?:can|may|are|is)\\b',
      ],
      [
        'whoDid',
        '(?<!(?:irrespective|regardless) of |no matter )\\b(?:who|which (?:person|user|admin|employee|colleague|of (?:our|their) \\w+))(?: was it that| was the one (?:who|that)| is the (?:person|one) (?:who|that)| else| exactly| actually| all| the hell|,| has| had| have| originally| last| first| recently| just| then| really| again| (?:over at|at|in|over in|from|inside|within|on|of|for) (?:@(?: side)?|our (?:company|side|team|organi[sz]ation)|the \\w+)(?: side)?)* (?!(?:(?:designated|assigned)(?! (?:the|an?|this|that|it|him|her|our|my)\\b)|supported|needed|based|used to|allowed|permitted|entitled|authori[sz]ed)\\b)(?:\\w{2,}ed|sent|did|made|put|gave|took|set|wrote|broke|began|chose|cut|withdrew|got rid|let|done|given|taken|ran|submitted|resent)\\b(?! (?:we|i|you|they|@)\\b| @ (?:invite|add|remove))',
      ],
      [
        'whoDid',
        '\\b(?:(?<!support |supported |served )by whom|whose (?:action|hand|doing|click|decision|change)|who was behind|who is behind|and who did it|who did (?:it|this|that))\\b',
      ],
      [
        'whoDid',
        '\\bwhen (?:was|were|did|has|have)\\b.{0,80}\\b(?:and|&|or) (?:by )?(?:who|whom)\\b(?! (?:keeps?|gets?|has|still|can|may|is|owns|serves|sells|supports)\\b)',
      ],
      ['whoDid', '\\bwho,? (?:and|&|\\+) when\\b|\\bwho,? when\\b|\\bwhen and (?:by )?who'],
      [
        'whoDid',
        '\\b(?:person|user|name of the (?:person|user|admin|one)|one) (?:who|that) (?:\\w+ed|sent|did|made|gave|set)\\b',
      ],
    ],
  ],
  [
    /who|what/,
    [
      ['reseller', '\\bwhose (?:customer|client) is @'],
      [
        'history',
        '\\bwhat (?:did|have|has) (?:people|users|everyone|everybody|somebody|anyone|the (?:team|staff|people|users)|@)(?: (?:at|in|over at|from) @)? (?:do|done|change|changed)\\b(?! (?:with|about|to|for)\\b)',
      ],
      [
        'history',
        '\\bwhat (?:did|has|have) \\w+(?: \\w+){0,2} (?:do|done|change|changed) (?:at|for|in|over at) (?:@|our\\b)',
      ],
      [
        'provider',
        '\\bwhom? (?:does|do|did) @ (?:order|buy|purchase|go|sell|resell|source|procure|transact) (?:\\w+ )?(?:through|via|under)\\b',
      ],
      [
        'history',
        '\\bwhat(?: else| all| exactly)? (?:has |have |had |is |was )?(?:been )?(?:happened|happening|happens|changed|went on|gone on|going on|is going on|was done|did they do) (?:at|with|to|for|in|around|over at|inside) (?:the (?:company|customer|partner) |our (?:company|side)|us\\b)?@?(?:.s (?:side|end|account))? ?(?:lately|recently|today|yesterday|so far|(?:this|last|the last|the past|since|before|after|until|in|on|over|between|from) [\\w $,/-]{1,40})?[?.! ]*$',
      ],
    ],
  ],
  [
    /sell/,
    [
      [
        'reseller',
        '\\bresell\\w*\\b.{0,60}\\b(?:staying|remaining|being|still|while|also|be|remain|become)\\b.{0,25}\\bcustomer\\b|\\bcustomer\\b.{0,60}\\b(?:to|also|start|can|may) (?:\\w+ )?resell\\b',
      ],
      ['resellers', '\\b(?:sells?|resells?|selling|reselling) (?:\\w+ )?(?:for|on behalf of|under) @'],
      ['reseller', '\\bwho (?:re)?sells? (?:\\w+ )?to @'],
      [
        'customer',
        '\\b(?:sells?|selling|sold|supply|supplies|supplied) (?:\\w+ )?to @.{0,60}\\b(?:be|become|turn|join|act)\\b.{0,20}\\breseller',
      ],
      [
        'customer',
        '\\b(?:buys?|buying|bought|gets?|getting|procur\\w+|purchas\\w+|sourc\\w+|supplied|served)\\b.{0,40}\\b(?:from|by|through|at|with) @.{0,50}\\b(?:resell|reseller|sell (?:on|for|as))',
      ],
      [
        'reseller',
        '\\b(?:buys?|buying|bought|gets?|getting|procur\\w+|purchas\\w+|sourc\\w+|supplied|served)\\b.{0,40}\\b(?:from|by|through|at|with) @.{0,50}\\b(?:resell|sell (?:on|for|as))',
      ],
    ],
  ],
  [
    /\b(?:call|ring|phone|turn|hold)\b/,
    [
      [
        'contact',
        '\\b(?:whom?|which (?:partner|company|reseller|provider)) (?:should|must|can|could|do|does|shall|would|is|has) (?:@|i|we|they|she|he|it|the customer|the client|somebody|one) (?:to )?(?:call|ring|phone|turn to|get hold of)\\b(?! (?:for|to) (?:sign|accept))',
      ],
      [
        'support',
        '\\b(?:whom?|which (?:partner|company|reseller|provider)) (?:should|must|can|could|do|does|shall|would|is|has) (?:@|i|we|they|she|he|it|the customer|the client|somebody|one) (?:to )?(?:call|ring|phone|turn to|get hold of)\\b(?! (?:for|to) (?:sign|accept))',
      ],
    ],
  ],
  [
    /keep|\bway\b/,
    [
      ['cannot', '\\bkeep(?:s|ing)?\\b.{1,40}\\bfrom \\w+ing\\b'],
      ['why', '\\b(?:is|are|stands?|standing|stood|gets?|lies) in (?:@|its|their|his|our)(?:.s)? way\\b'],
    ],
  ],
  [
    /from .* to /,
    [
      [
        'become',
        '\\bfrom (?:being )?(?:an? |its |their |@.s |mere |plain )*(?:customer|client|buyer|reseller|dealer)(?: of @)? to (?:being )?(?:an? |its |their |@.s )*(?:customer|client|buyer|reseller|dealer)',
      ],
    ],
  ],
  [
    /right|permission|role|allowed|permitted|entitle|authori|whose|enough|sufficient|need/,
    [
      [
        'whoMay',
        '\\b(?:people|persons?|names?|users?|admins?|colleagues?|employees?|staff|anyone|somebody|someone|who|those|everyone)(?: (?:at|in|of|from|over at|inside) (?:@|our \\w+|the \\w+)(?: side)?)? (?:with|holding|having|has|have|holds?) (?:the |an? |any |all |sufficient |enough |proper |necessary |required )*(?:rights?|permissions?|roles?|authority|power|clearance|privileges?) (?:to|for)\\b(?! me\\b)',
      ],
      [
        'whoMay',
        '\\b(?:people|persons?|names?|users?|admins?|colleagues?|employees?|staff|those|everyone)(?: (?:at|in|of|from|over at|inside) (?:@|our \\w+|the \\w+)(?: side)?)? (?:allowed|permitted|entitled|authori[sz]ed|cleared|empowered) to\\b',
      ],
      [
        'whoMay',
        '\\bwhose (?:roles?|positions?|rights?|permissions?|status)\\b.{0,40}\\b(?:entitles?|allows?|permits?|lets?|enables?|authori[sz]es?|empowers?)\\b',
      ],
      [
        'whoMay',
        '\\b(?:roles?|permissions?|rights?|privileges?) (?:is |are )?(?:needed|required|necessary|demanded) (?:for|to|in order to)\\b',
      ],
      [
        'whoMay',
        '\\b(?:global admin\\w*|sales agents?|admin agents?|helpdesk agents?|billing admins?|user management admins?)(?: (?:of|at|in|from) @)? (?:be )?(?:enough|sufficient|the right role)\\b',
      ],
      [
        'whoMay',
        '\\b(?:who|people|persons?|users|colleagues|employees|staff)(?: else)?(?: (?:at|in|of|from|over at) (?:@|our \\w+)| over there| there)? (?:rights?|permissions?|roles?|authority|allowed|permitted|entitled|authori[sz]ed) to\\b',
      ],
      ['whoMay', '\\bwhom? (?:(?:at|in|from|of) @ )?(?:do|would|should) (?:i|we|they) need (?:for|to)\\b'],
      ['whoMay', '[=:,–-] ?whose (?:job|task|duty|role|call)\\b(?!.{0,20}(?:support|help|answer|look|handl|fix))'],
    ],
  ],
  [
    /who.{1,4}when|when.{1,4}who|stamp| by /,
    [
      ['whoDid', '\\bby which (?:person|user|admin|employee|colleague|people|users)\\b(?! (?:can|may|should|must)\\b)'],
      ['whoDid', '\\bwho ?[+/&,] ?when\\b|\\bwhen ?[+/&,] ?(?:by )?who'],
      [
        'whoDid',
        '\\b(?!support)\\w+(?:ed|t) by ?(?:[+/&?:]|whom?\\b|$)|\\b(?:by|author|actor|user) ?[+/&,] ?(?:time|date)',
      ],
    ],
  ],
  [
    /invit|request|partnership/,
    [
      ['remove', '\\bpartnership\\b.{0,40}\\b(?:is|was|being|now) (?:finished|over|dead|history|done|no more|off)\\b'],
      [
        'partners',
        '\\b(?:which|what|list(?: of)?|show(?: me)?|all|how many|any)(?: (?!partnership)\\S+){0,2} partnerships\\b(?! (?:request|invit))',
      ],
      [
        'remove',
        '\\b(?:cancel\\w*|scrap\\w*|ax(?:e|ed|es)|wound up|wind up|undo|undid|dissolv\\w+) (?:\\w+ ){0,3}?partnership\\b',
      ],
      [
        'single',
        "\\b(?:is|was|has|did|does|will)(?: not|n't)? @(?:.s)? (?:partnership )?(?:invitation|invite) (?:\\w+ )?expire",
      ],
      [
        'single',
        '\\b(?:sitting|sat|sits|sleeping|stalling|dragging) (?:\\w+ )?(?:on|over) (?:the|our|that|this|its|their) (?:\\w+ )?(?:invitation|invite|request)\\b',
      ],
      [
        'single',
        '\\b(?:is|was|has|did|does) (?:the|our|their|that|this|my) (?:\\w+ )?(?:invitation|invite|partnership request|request)\\b',
      ],
    ],
  ],
  [
    /direct|reseller|\bir\b|wish/,
    [
      [
        'undo',
        '\\bwish\\w*\\b.{0,30}\\bnever\\b|\\bnot want to (?:be|stay|remain|continue)(?: as)?(?: an?)? (?:indirect|ir|reseller)\\b',
      ],
      [
        'undo',
        '\\b(?:stop|stops|quit|quits|cease|finish|end|withdraw from|retreat from|step back from|back out of) (?:being|acting as) (?:an? )?(?:ir\\b|indirect|reseller)',
      ],
      [
        'undo',
        '\\b(?:remov\\w+|drop\\w*|strip\\w*|shed|lose|take(?! on)|taken(?! on)|get rid of|rid of|quit|leav\\w+|give up|ends?|ending)\\b.{0,30}\\b(?:indirect reseller|reseller|ir) (?:capabilit\\w+|role|status|part|side|business|model|enrol\\w+|registration|thing)\\b',
      ],
      [
        'undo',
        '\\b(?:indirect reseller|ir) (?:capabilit\\w+|role|status|part|side|business|model|enrol\\w+|registration|thing)\\b.{0,30}\\b(?:remov\\w+|dropped|stripped|taken|undone|ended|off)\\b',
      ],
      ['undo', '\\b(?:get|have|want|wants|regain|recover)\\b.{0,40}\\bdirect\\b.{0,25}\\bback\\b'],
    ],
  ],
  [
    /where|outside|beyond|countr|market|region|territor/,
    [
      ['country', '\\b(?:outside|beyond) (?:of )?\\w'],
      ['whereSell', '\\bwhere\\b.{0,40}\\b(?:sell|sells|resell|do business|transact|trade|operate|offer)\\b'],
      [
        'whereSell',
        '\\b(?:countr\\w+|markets?|regions?|territor\\w+)\\b.{0,40}\\b(?:open to|available to|covered by|off limits)\\b',
      ],
    ],
  ],
  [
    / out\b| on |through|via|under/,
    [
      ['remove', '\\b(?:threw|throws?|thrown|kick(?:ed|s)?|push(?:ed|es)?|shut|cast) @ out\\b'],
      [
        'ofRecord',
        '@.s (?:name|mpn(?: id)?|id|partner id|number)\\b.{0,12} on (?:the |a |our |its |their |subscription|@)',
      ],
      [
        'partnered',
        '\\b(?:go|goes|going|went|buys?|buying|works?|working|orders?|sourc\\w+|procur\\w+) (?:\\w+ )?(?:through|via|under) @',
      ],
    ],
  ],
]
