import type { Heard } from './listen.ts'

const ORDERS =
  'remind|nudge|chase|invite|reinvite|enroll|enrol|onboard|remove|delete|revoke|cancel|withdraw|resend|send|sign|accept|approve|reject|decline|terminate|add|create|start|assign|register|request|update|change|ping|poke|bump|kick off|archive|renew|restore|unblock|suspend|activate|deactivate|disable|enable|rename|submit|upload|grant|reset|unlink|disconnect|launch|trigger|extend|notify|forward|whitelist|purge|wipe|merge|migrate'
const POLITE =
  '(?:(?:please|pls|kindly|just|hey|hi|hello|ok|and|then|now|could you|can you|would you|will you|i want you to|i would like you to|i need you to|you should|go ahead and),? )*'
/** `@` stands for a company, `$` for a number. */
const ENGLISH = new RegExp(
  `^${POLITE}(?:${ORDERS}) (?!(?:me|us|for help)\\b|(?:date|history|status|link|from|by|of|mail|email|accepted|sent|pending|still|reached|arrived|landed|went|was|is|has|got)s?\\b|.*\\b(?:whose|whodunnit|for (?:which|what) reason)\\b|(?:(?!that\\b|who\\b|which\\b)\\w+ ){1,3}(?:is|are|was|were|keeps|fails|does|button|option|function)\\b|.*(?:: ?|= ?|- |\\? |, |\\. )(?:who|why|which|what|when|how|cause|reason|opened|accepted|seen|received|sent|pending|status|delivered|answered|read|clicked|declined)\\b)`,
)
const JAPANESE =
  /(?:催促|リマインド|招待|登録|申請|削除|解除|解消|取り消|取消|撤回|再送|送信|送付|署名|承諾|承認|追加|依頼|要求|作成|変更|辞退|整理|通知|更新|停止|有効化|無効化|延長|切断|終了|中断|再開)(?:を)?(?:して|し(?:て)?(?:おいて|といて))(?:ください|下さい|もらえますか|もらえませんか|くれますか|くれませんか|いただけますか|いただけませんか|頂けますか|くれ|ほしい(?:です)?|欲しい(?:です)?)?(?:ね|よ)?[。!?]*$|(?:催促|招待|登録|申請|削除|解除|再送|送信|署名|承諾|承認|追加)(?:を)?(?:お願いします|お願いいたします|お願い|願います|しろ|せよ)[。!?]*$/u

/** What is asked to be done: a command does it, a question does not. */
export const isOrder = (masked: string): boolean =>
  ENGLISH.test(masked) || (JAPANESE.test(masked) && !/誰|だれ|どなた|どの/u.test(masked))

const EXCEPT =
  /\b(?:other than|except(?: for)?|besides|apart from|aside from|excluding|everyone but|anyone but|all but) (?:@|us\b|we\b|our )|(?:@(?:さん|様|社)?|弊社|当社|自社)(?:以外|を除いて)(?:で|は|に|が|の(?:会社|企業))/u

/** Somebody more beside the one that is named. */
const MORE =
  /\b(?:another|additional|second|further|extra|one more|new|more|other|two|several|multiple|next)\b.{0,30}\b(?:besides|apart from|aside from|other than) @/u

const BESIDES =
  /\b(?:besides|apart from|aside from|other than|in addition to|except(?: for)?) (?=@.*\b(?:else|others?)\b)|(?<=\b(?:else|others?)\b.{0,40})\b(?:besides|apart from|aside from|other than|in addition to|except(?: for)?) (?=@)|(?=@(?:さん|様|社)?(?:以外|のほか|の他|を除))/

const ELSE = /else|other|以外|ほか|の他|除/

/** “Who else besides @ supplies @?” is asked of the other one. Whom Japanese leaves out is named all the same: it stands last. */
export function withoutExcepted(heard: Heard): Heard {
  const excepted = heard.companies.length > 1 && ELSE.test(heard.masked) ? BESIDES.exec(heard.masked) : null
  if (!excepted) return heard
  const at = excepted.index + excepted[0].length
  const companies = heard.companies.filter(({ start }) => start !== at)
  const masked = `${heard.masked.slice(0, at)}$${heard.masked.slice(at + 1)}`
  const out = excepted[0] === '' ? heard.companies.find(({ start }) => start === at) : undefined
  return { ...heard, masked, companies, excepted: out, shape: { ...heard.shape, companies: companies.length } }
}

/** Of everybody but one nothing is asked that we answer. */
export const isOfOthers = (masked: string): boolean => EXCEPT.test(masked) && !MORE.test(masked)

const TERM =
  '(?:an? |the )?(?:mpa|microsoft partner agreement|mca|microsoft customer agreement|csp|mpn|mpn id|gdap|dap|indirect (?:reseller|provider)|direct[- ]bill partner|reseller of record|admin agent|global admin|partner center|csp region|incentives?)'
const MEANS = new RegExp(
  `^(?:(?:please )?(?:tell me |explain )?)?(?:what (?:does|do) ${TERM} (?:mean|stand for)|what is (?:the (?:meaning|definition) of |meant by )?${TERM}|(?:meaning|definition) of ${TERM}|define ${TERM}|explain ${TERM})\\s*[?.!]*$`,
)
const MEANS_JA =
  /^[^@$、。\d]{1,24}(?:とは(?:何|なん|どういう|どんな|いったい|一体)?(?:ですか|でしょうか|のこと|もの|意味|です|か)*|って(?:何|なん)(?:ですか|でしょうか|の?こと|ですっけ)*|の(?:意味|定義)(?:は|を教えて).{0,10}|は?何の略(?:ですか|でしょうか)?)[。?？]*$/u

/** What a word of the trade means; nobody is named. */
export const isOfWords = (masked: string): boolean => MEANS.test(masked) || MEANS_JA.test(masked)

const MICROSOFT =
  /\b(?:is|are|was) microsoft (?:still |already )?(?:partner|a partner|connected|linked|working)|(?:partner(?:ed)?|linked|connected|works?|working) (?:with|to) microsoft\b|(?:マイクロソフト|microsoft)(?:は|が|と)[^。]{0,12}(?:提携|パートナー(?:です|シップ)|組んで)/

/** Microsoft is nobody's provider or reseller. */
export const isOfMicrosoft = (masked: string): boolean =>
  (masked.includes('microsoft') || masked.includes('マイクロソフト')) && MICROSOFT.test(masked)
