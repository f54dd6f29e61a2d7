import type { PartnerSide } from '../../domain/questions/question.ts'

/** Whether a text asks for providers or for resellers; a word that only says what a named company is does not count. */
export function sideAsked(masked: string): PartnerSide | undefined {
  const [providers, resellers] = [PROVIDERS.test(masked), RESELLERS.test(masked)]
  if (providers === resellers) return undefined
  return providers ? 'providers' : 'resellers'
}

const PROVIDERS =
  /(?:\b(?:which|what|any|list|show|many|have|has|whose|who (?:is|are|all)|the|all|its?|our|their)|'s?) (?:\w+ ){0,2}(?:providers?|distributors?)\b(?! @)|^(?:indirect )?providers (?:of|for)|(?<!という)(?:プロバイダー|プロバイダ|ディストリビューター)(?![の、である]*@)/u
const RESELLERS =
  /(?:\b(?:which|what|any|list|show|many|have|has|whose|who (?:is|are|all)|the|all|its?|our|their)|'s?) (?:\w+ ){0,2}(?:resellers?)\b(?! @)|^(?:indirect )?resellers (?:of|for)|(?<!という)(?:リセラー|再販業者)(?![の、である]*@)/u
