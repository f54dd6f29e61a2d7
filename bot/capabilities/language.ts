import { languageCard } from '../../cards/language.ts'
import { words } from '../../cards/words/words.ts'
import { setLocale } from '../../domain/store/people-met.ts'
import type { Capability } from '../capability.ts'
import { usualZone } from '../identity/usual-zone.ts'

/** From now on the bot speaks this language with this person. */
export const language: Capability<'language'> = async ({ locale }, turn, house) => {
  const met = await setLocale(house.store, turn.met, locale)
  return languageCard(words(locale, met.timeZone ?? usualZone(locale)))
}
