import { z } from 'zod'
import type { Page, PageRequest, PageResponse } from '../page.ts'
import { OPERATIONS, OUTCOMES } from './faults.ts'
import type { SandboxRoom } from './pages.ts'

const CLOCK = z.strictObject({ advance: z.string('give an ISO-8601 duration such as P3D') }, { error: noObject })

const PORTS = Object.keys(OPERATIONS) as [keyof typeof OPERATIONS]
const FAULT = z
  .strictObject(
    {
      port: z.enum(PORTS, `give one of ${PORTS.join(', ')}`),
      operation: z.string().default('*'),
      times: z.coerce
        .number('give a whole number')
        .int('give a whole number')
        .min(1, 'give at least 1')
        .max(1000, 'give at most 1000')
        .default(1),
      outcome: z.enum(OUTCOMES, `give one of ${OUTCOMES.join(', ')}`),
      reason: z.string().min(1).max(100).optional(),
    },
    { error: noObject },
  )
  .superRefine(({ port, operation }, context) => {
    const known: readonly string[] = ['*', ...OPERATIONS[port]]
    if (!known.includes(operation))
      context.addIssue({ code: 'custom', path: ['operation'], message: `give one of ${known.join(', ')}` })
  })

/** `POST /sandbox/clock`, `/sandbox/settle`, `/sandbox/fault`: JSON in and out; a bad body is a 400 that says why. */
export const controls = (room: SandboxRoom): readonly Page[] => [
  { method: 'POST', path: '/sandbox/clock', answer: (request) => moveClock(room, request) },
  {
    method: 'POST',
    path: '/sandbox/settle',
    answer: async () => {
      await room.settle()
      return { status: 200, body: { idle: true } }
    },
  },
  {
    method: 'POST',
    path: '/sandbox/fault',
    answer: async ({ body }) => {
      const read = FAULT.safeParse(fields(body))
      if (!read.success) return bad(read.error)
      room.faults.add(read.data)
      return { status: 200, body: { faults: room.faults.list() } }
    },
  },
]

async function moveClock({ clock, runDue }: SandboxRoom, { body }: PageRequest): Promise<PageResponse> {
  const read = CLOCK.safeParse(fields(body))
  if (!read.success) return bad(read.error)
  try {
    await clock.advance(read.data.advance)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { status: 400, body: { error: `advance: ${error.message}` } }
  }
  await runDue()
  // A form of the start page goes back to it.
  if (!isJson(body)) return { status: 303, headers: { location: '/sandbox' }, body: '' }
  return { status: 200, body: { now: clock.now() } }
}

// By its first letter and not by its type: `curl -d` calls everything a form.
const isJson = (body: string): boolean => body.trimStart().startsWith('{')

function fields(body: string): unknown {
  if (!isJson(body)) return Object.fromEntries(new URLSearchParams(body))
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const bad = (error: z.ZodError): PageResponse => ({
  status: 400,
  body: {
    error: error.issues
      .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
      .join('; '),
  },
})

function noObject({ code }: { code?: string | undefined }): string | undefined {
  return code === 'invalid_type' ? 'send a JSON object' : undefined
}
