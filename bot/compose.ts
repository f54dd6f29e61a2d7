import { dirname, join } from 'node:path'
import type { Logger } from 'pino'
import { apologyCard, apologyNote } from '../cards/apology.ts'
import { noticeCard } from '../cards/notice-card.ts'
import { words } from '../cards/words/words.ts'
import { bulks } from '../domain/bulk/bulks.ts'
import type { Clock } from '../domain/clock.ts'
import { credentials } from '../domain/customer/credentials.ts'
import { customers as allCustomers } from '../domain/customer/customers.ts'
import { newCustomers as allNewCustomers } from '../domain/customer/new-customers.ts'
import { invitations as allInvitations } from '../domain/invitation/invitations.ts'
import { organizations as allOrganizations } from '../domain/organization/organizations.ts'
import { partnerships as allPartnerships } from '../domain/partnership/partnerships.ts'
import type { Directory, Mailer, PartnerCenter } from '../domain/ports.ts'
import type { DocumentStore } from '../domain/store/document-store.ts'
import { openSqliteStore } from '../domain/store/sqlite-store.ts'
import { createAnswer } from './answer.ts'
import { answerLink } from './answer-link.ts'
import { bulkFile, bulkTemplate } from './bulk-file.ts'
import type { House } from './capability.ts'
import type { Config, SandboxConfig, StoreConfig } from './config.ts'
import { sandboxDataKey } from './data-key.ts'
import { apologyFor } from './fault.ts'
import { handIn, handOut } from './hand-over.ts'
import { historyFile } from './history-file.ts'
import { privateAnswers } from './in-public.ts'
import { createIngress } from './ingress.ts'
import { customerCardTasks } from './living/customer-cards.ts'
import { invitationCardTasks, noticeLivesIn } from './living/invitation-cards.ts'
import { bulkTasks } from './outbox/bulk-tasks.ts'
import { customerTasks } from './outbox/customer-tasks.ts'
import { deliver } from './outbox/deliver.ts'
import { createOutboxWorker } from './outbox/outbox-worker.ts'
import { markBounced, outsideTasks, tickTruth } from './outbox/outside-tasks.ts'
import { partnershipTasks } from './outbox/partnership-tasks.ts'
import type { Page } from './page.ts'
import { downloadPages } from './pages/download.ts'
import { invitePages } from './pages/invite.ts'
import { uploadPages } from './pages/upload.ts'
import { verifyPages } from './pages/verify.ts'
import { sandboxClock } from './sandbox/clock.ts'
import { sandboxDirectory } from './sandbox/directory.ts'
import { newFaults, withFaults } from './sandbox/faults.ts'
import { sandboxMailer } from './sandbox/mailer.ts'
import { sandboxPages } from './sandbox/pages.ts'
import { sandboxPartnerCenter } from './sandbox/partner-center.ts'
import { chatWindows } from './sandbox/windows.ts'
import { readWorld } from './sandbox/world.ts'
import { unfurlInvitation } from './search/unfurl.ts'
import { createServer } from './server.ts'
import { showInvitation } from './show-invitation.ts'
import { createTeams } from './teams/teams.ts'
import type { Messenger } from './turn.ts'

/** The whole bot, put together and not yet listening. */
export type Bot = {
  listen(): Promise<{ port: number }>
  /** Finishes what is in hand; nothing that was committed is lost. */
  close(): Promise<void>
}

/** What stands outside, as this configuration has it. */
type Outside = {
  directory: Directory
  partnerCenter: PartnerCenter
  mailer: Mailer
  clock: Clock
  dataKey: Buffer
  /** Wraps what sends to the channel. */
  connector(messenger: Messenger): Messenger
  pages(work: { settle(): Promise<void> }): readonly Page[]
}

/** The only place where concrete things meet (architecture.md 2). */
export async function compose(config: Config, log: Logger): Promise<Bot> {
  const store = await openStore(config.store)
  const outside = await standOutside(config, store)
  const { directory, partnerCenter, mailer, clock, dataKey } = outside
  const { publicUrl, host, port } = config

  const organizations = allOrganizations({ store, directory, partnerCenter, clock, committed: (pk) => worker.kick(pk) })
  const committed = (pk: string) => worker.kick(pk)
  const invitations = allInvitations({ store, clock, dataKey, committed })
  const partnerships = allPartnerships({ store, clock, committed })
  const customers = allCustomers({ store, clock, committed })
  const newCustomers = allNewCustomers({ store, clock, committed })
  const house: House = {
    store,
    organizations,
    invitations,
    partnerships,
    customers,
    newCustomers,
    bulks: bulks({ store, clock, committed }),
    credentials: credentials({ store, clock, dataKey }),
    directory,
    partnerCenter,
    clock,
    committed,
    publicUrl,
  }
  const invitation = showInvitation(house, config)
  const pins = config.sandbox ? 'loopback' : 'teams'
  const teams = createTeams({
    bot: config.bot,
    pins,
    answer: createAnswer(house, invitation.teamsUrl),
    apology: (fault, { said, correlationId, locale, timeZone }) => {
      const kind = apologyFor(fault, said)
      const spoken = words(locale ?? 'en-US', timeZone ?? 'UTC')
      return {
        card: apologyCard(kind, correlationId, spoken),
        note: apologyNote(kind, correlationId, spoken),
      }
    },
    unfurl: unfurlInvitation(invitation, publicUrl),
    notHere: (locale) => words(locale, 'UTC').notHere,
    log,
  })
  const messenger = outside.connector(teams.messenger)
  const worker = createOutboxWorker({
    store,
    clock,
    log,
    perform: {
      ...outsideTasks({ ...house, mailer }),
      ...partnershipTasks(house),
      ...customerTasks({ ...house, dataKey }),
      ...bulkTasks({ ...house, dataKey }, messenger, log),
      ...invitationCardTasks(house, messenger),
      ...customerCardTasks(house, messenger),
      ...privateAnswers(house, messenger),
      ...deliver({
        store,
        clock,
        directory,
        organizations,
        invitations,
        messenger,
        mailer,
        log,
        dataKey,
        publicUrl,
        draw: (notice, locale, timeZone, code) => noticeCard(notice, words(locale, timeZone), code),
        stands: (notice, to, at) => noticeLivesIn(notice, to, at, house),
        onBounce: (notice, correlationId) => markBounced(house, notice, correlationId),
      }),
    },
    onDueTruth: (pk, id) => tickTruth({ ...house, dataKey }, pk, id),
  })
  const server = createServer({
    host,
    port,
    messages: createIngress({ door: teams.door, pins, deliver: teams.deliver, log }),
    pages: [
      ...verifyPages(answerLink(house, publicUrl)),
      ...invitePages(invitation),
      ...downloadPages(
        handOut(house, { history: historyFile(house), bulk: bulkFile(house), bulkTemplate: bulkTemplate(house) }),
      ),
      ...uploadPages(handIn(house)),
      ...outside.pages(worker),
    ],
    ready: async () => {
      await store.read('ready', 'probe')
      return true
    },
    // A load balancer needs a moment to see `/readyz` say no.
    drain: { announceMs: config.sandbox ? 0 : 5000 },
    log,
  })
  return {
    async listen() {
      const listening = await server.listen()
      worker.start()
      return listening
    },
    async close() {
      await server.close()
      await worker.stop()
      await store.close()
    },
  }
}

/** The client of Cosmos DB costs 20 MB and a tenth of the start: it is loaded only where it is used. */
async function openStore(store: StoreConfig): Promise<DocumentStore> {
  if (store.kind === 'sqlite') return openSqliteStore(store.file)
  const { openCosmosStore } = await import('../domain/store/cosmos-store.ts')
  return openCosmosStore({ ...store, deadlineMs: STORE_DEADLINE_MS })
}

/** Shorter than a turn, so that what became of a write is said by the store and not by the clock (architecture.md 7.2). */
const STORE_DEADLINE_MS = 3000

/** The Entra directory and Partner Center come to stand here beside the sandbox; `readConfig` says so until then. */
async function standOutside(config: Config, store: DocumentStore): Promise<Outside> {
  if (!config.sandbox) throw new Error('only the sandbox is available')
  return sandboxOutside(config, store)
}

async function sandboxOutside(config: SandboxConfig, store: DocumentStore): Promise<Outside> {
  const world = readWorld(config.sandbox.world)
  const clock = await sandboxClock(store)
  const dataKey = config.dataKey ?? sandboxDataKey(join(dirname(databaseFile(config.store)), 'data-key'))
  const faults = newFaults()
  const directory = sandboxDirectory(world, store, clock)
  const partnerCenter = sandboxPartnerCenter(world, store, clock)
  const mailer = sandboxMailer(store, clock, dataKey)
  return {
    directory: withFaults(directory, 'directory', faults),
    partnerCenter: withFaults(partnerCenter, 'partnerCenter', faults),
    mailer: withFaults(mailer, 'mailer', faults),
    clock,
    dataKey,
    connector: (messenger) => withFaults(messenger, 'connector', faults),
    pages: ({ settle }) =>
      sandboxPages({
        world,
        clock,
        directory,
        partnerCenter,
        mailer,
        faults,
        settle,
        runDue: settle,
        publicUrl: config.publicUrl,
        windows: chatWindows(world),
      }),
  }
}

const databaseFile = (store: StoreConfig): string => (store.kind === 'sqlite' ? store.file : 'data/partner-bot.db')
