import { inviteWords, whoInvites } from '../../bot/pages/invite.ts'
import type { Card } from '../../cards/drawing/render.ts'
import { deadTeaserCard, liveTeaserCard } from '../../cards/drawing/teaser.ts'
import { replacedInvitationCard } from '../../cards/partnership/replaced-invitation.ts'
import type { Words } from '../../cards/words/words.ts'
import type { Cast } from './sample-cast.ts'

/** What stands for an invitation where its link was pasted, and in the place of a link that was replaced. */
export function teaserCards(cast: Cast, words: Words): Readonly<Record<string, Card>> {
  const { locale } = words
  const { country } = cast.address
  const spoken = { locale, words: inviteWords(locale) }
  const live = whoInvites({ locale, provider: cast.company, country, expiresAt: '2025-12-31T01:30:00.000Z' }, locale)
  return {
    'pasted link: live': liveTeaserCard({ ...live, url: 'https://teams.microsoft.com/l/chat/0/0' }, spoken),
    'pasted link: any other': deadTeaserCard(spoken),
    'invitation: link replaced': replacedInvitationCard({ provider: cast.company }, words),
  }
}
