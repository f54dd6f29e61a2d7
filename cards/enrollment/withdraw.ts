import { newOperationKey } from '../../domain/ids.ts'
import { tap } from '../drawing/buttons.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** Asks once more before an application is taken back (SM1 withdraw). */
export function withdrawConfirmCard(
  { company, enrollment }: { company: string; enrollment: string },
  words: Words,
): Card {
  const { buttons, withdraw } = words
  return messageCard(
    {
      tone: 'warning',
      place: company,
      title: withdraw.title,
      bullets: withdraw.consequences.map((text) => ({ text })),
      buttons: [
        tap(buttons.yes, 'enroll-withdraw-confirm', { op: newOperationKey(), enrollment }, { style: 'destructive' }),
        tap(buttons.cancel, 'status', {}),
      ],
    },
    words,
  )
}
