import { tap } from '../drawing/buttons.ts'
import { messageCard } from '../drawing/notice.ts'
import type { Card } from '../drawing/render.ts'
import type { Words } from '../words/words.ts'

/** The link of this card was replaced by a newer one (SM4 `renew`); the invitation itself goes on there. */
export const replacedInvitationCard = ({ provider }: { provider: string }, words: Words): Card =>
  messageCard(
    {
      tone: 'emphasis',
      place: provider,
      title: words.acceptance.closedTitle,
      paragraphs: [words.acceptance.replaced(provider)],
      buttons: [tap(words.buttons.home, 'home', {})],
    },
    words,
  )
