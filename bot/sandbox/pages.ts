import type { Page } from '../page.ts'
import type { SandboxClock } from './clock.ts'
import { controls } from './controls.ts'
import type { SandboxDirectory } from './directory.ts'
import type { Faults } from './faults.ts'
import { mailPage } from './mail-page.ts'
import type { SandboxMailer } from './mailer.ts'
import { ownOrigin } from './own-origin.ts'
import type { SandboxPartnerCenter } from './partner-center.ts'
import { recordPages } from './record-pages.ts'
import { startPage } from './start-page.ts'
import type { ChatWindow } from './windows.ts'
import type { World } from './world.ts'

/** What the pages show and move. `settle` resolves when the outbox is idle; `runDue` does everything that fell due. */
export type SandboxRoom = {
  world: World
  clock: SandboxClock
  directory: SandboxDirectory
  partnerCenter: SandboxPartnerCenter
  mailer: SandboxMailer
  faults: Faults
  settle: () => Promise<void>
  runDue: () => Promise<void>
  publicUrl: string
  windows: readonly ChatWindow[]
}

/** The routes below `/sandbox` (interface.md 3), for the own host and origin alone. */
export const sandboxPages = (room: SandboxRoom): readonly Page[] =>
  [startPage(room), mailPage(room), ...controls(room), ...recordPages(room)].map((page) =>
    ownOrigin(page, room.publicUrl),
  )
