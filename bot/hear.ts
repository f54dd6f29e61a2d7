import { type Action, readTap } from '../cards/actions.ts'
import { isGuid } from '../domain/ids.ts'
import { PHRASES_JA } from './phrases-ja.ts'
import type { Said } from './turn.ts'

/**
 * What somebody wants: a tap, an invitation's link or code, a command, else a question in free words. Undefined for a tap
 * that is nothing we know. Untyped data ends here.
 */
export function hear(said: Extract<Said, { kind: 'text' | 'tap' }>): Action | undefined {
  if (said.kind === 'tap') return readTap(said.verb, said.data)
  const { text } = said
  return invitationIn(text) ?? understand(text) ?? { verb: 'ask-text', text: text.slice(0, LONGEST_QUESTION) }
}

/**
 * An invitation link pasted anywhere in a text, or its code, alone or with the label that the page prints. One that was cut
 * or written on is meant as one all the same, and opens nothing; a tenant ID is none.
 */
function invitationIn(text: string): Action | undefined {
  if (!CODED.test(text)) return undefined
  const code = CODES.flatMap((one) => one.exec(text)?.[1] ?? []).find((found) => !isGuid(found))
  return code === undefined ? undefined : { verb: 'open-invitation', code: code.slice(0, LONGEST_CODE) }
}

/** What every text with a link or a code has. */
const CODED = /\/i\/|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{20}/i
const CODES = [
  /\/i\/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
  /(?:^|[^A-Za-z0-9_-])(?:code|コード)(?:\s+is)?[\s:：=はが「『"“]*([A-Za-z0-9_-]{20,})/i,
  /^\s*([A-Za-z0-9_-]{43})\s*$/,
  // All that is left of a link or a code: long, and of mixed letters as no word is.
  /https?:\/\/\S+\/i\/([A-Za-z0-9_-]*)/i,
  /^\s*\/i\/([A-Za-z0-9_-]+)/,
  /^\s*((?=\S*[A-Z])(?=\S*[a-z])(?=\S*\d)[A-Za-z0-9_-]{30,})\s*$/,
]
const LONGEST_CODE = 64

/** Nobody asks in more; the rest is not read. */
const LONGEST_QUESTION = 1_000

type Phrase = readonly [action: Action, ...phrases: readonly string[]]

/** What people type (interface.md 4), in both languages whatever the locale; spaces, case and width do not matter. */
const PHRASES: readonly Phrase[] = [
  [
    { verb: 'home' },
    'help',
    'home',
    'menu',
    'start',
    'hi',
    'hello',
    'ヘルプ',
    'ホーム',
    'メニュー',
    '使い方',
    'こんにちは',
  ],
  [{ verb: 'enroll' }, 'enroll', 'enrol', 'enroll now', 'sign up', 'enrollment', '登録', '今すぐ登録', '申請'],
  [
    { verb: 'status' },
    'enrollment status',
    'enrolment status',
    'status',
    '登録状態',
    '登録の状態',
    '状態',
    'ステータス',
  ],
  [{ verb: 'sign-mpa' }, 'sign mpa', 'sign the mpa', 'mpa', 'sign', 'MPA に署名', 'MPA 署名', '署名'],
  [{ verb: 'users' }, 'users', 'user management', 'employees', 'ユーザー管理', 'ユーザー', '従業員'],
  [
    { verb: 'new-user' },
    'add user',
    'add a user',
    'add employee',
    'add a new user',
    'ユーザーの追加',
    'ユーザーを追加',
    'ユーザー追加',
    '従業員を追加',
    '従業員の追加',
  ],
  [{ verb: 'organization-profile' }, 'organization profile', 'organisation profile', '組織プロファイル'],
  [{ verb: 'business-profile' }, 'business profile', 'ビジネス プロファイル'],
  [{ verb: 'history' }, 'history', 'activity log', '履歴', '操作履歴'],
  [
    { verb: 'request-partnership' },
    'request a partnership',
    'request partnership',
    'invite a reseller',
    'invite reseller',
    'invite resellers',
    'パートナーシップを要求',
    'パートナーシップ要求',
  ],
  [
    { verb: 'invite-customer' },
    'invite new customers',
    'invite new customer',
    'invite a new customer',
    'invite a customer',
    'invite customer',
    'invite customers',
    '新しい顧客を招待する',
    '新しい顧客を招待',
    '顧客を招待する',
    '顧客を招待',
  ],
  [
    { verb: 'invite-customer', kind: 'direct' },
    'invite a direct customer',
    'invite direct customers',
    '直接顧客を招待',
  ],
  [
    { verb: 'invitations', show: 'open', name: '' },
    'invitations',
    'open invitations',
    'pending invitations',
    'received invitations',
    'sent invitations',
    '招待',
    '招待一覧',
    '保留中の招待',
  ],
  [{ verb: 'invitations', show: 'closed', name: '' }, 'closed invitations', 'past invitations'],
  [{ verb: 'invitations', show: 'all', name: '' }, 'all invitations', 'every invitation'],
  [{ verb: 'resellers', name: '' }, 'indirect resellers', 'resellers', '間接リセラー', '間接リセラー一覧', 'リセラー'],
  [
    { verb: 'providers', name: '' },
    'indirect providers',
    'providers',
    '間接プロバイダー',
    '間接プロバイダー一覧',
    'プロバイダー',
  ],
  [
    { verb: 'find-provider', facets: '' },
    'find a provider',
    'find provider',
    'find an indirect provider',
    'find providers',
    'search providers',
    'provider directory',
    '間接プロバイダーを探す',
    '間接プロバイダーを検索',
  ],
  [
    { verb: 'add-customer' },
    'add new customer',
    'add a new customer',
    'add new customers',
    'add customer',
    'add a customer',
    'add customers',
    'new customer',
    'create a customer',
    'create a new customer',
    'create customer',
    '新しい顧客の追加',
    '新しい顧客を追加',
    '顧客を追加',
    '顧客の追加',
    '新規顧客の追加',
    '新規顧客を追加',
  ],
  [
    { verb: 'new-customers' },
    'unfinished customers',
    'unfinished new customers',
    'new customers i have begun',
    '追加の途中の顧客',
    '途中の顧客',
  ],
  [
    { verb: 'customers', name: '', partner: undefined },
    'customers',
    'customer list',
    'list of customers',
    'our customers',
    'view customers',
    '顧客',
    '顧客一覧',
    '顧客を表示',
  ],
  [{ verb: 'own-partners' }, 'our partners', 'my partners', '取引先パートナー'],
  [
    { verb: 'bulk' },
    'bulk',
    'in bulk',
    'import',
    'bulk import',
    'bulk jobs',
    '一括',
    '一括処理',
    '一括登録',
    '一括設定',
    '一括変更',
    'まとめて処理',
    'インポート',
    '取り込み',
  ],
  [{ verb: 'reviews' }, 'reviews', 'review', '審査', '審査一覧'],
  [
    { verb: 'register-form', as: 'indirectProvider' },
    'register a provider',
    'register provider',
    'register an indirect provider',
    '間接プロバイダーを登録',
  ],
  [
    { verb: 'register-form', as: 'directBill' },
    'register a direct-bill partner',
    'register a direct bill partner',
    '直接請求パートナーを登録',
  ],
  [{ verb: 'register-form', as: 'offboarding' }, 'mark for offboarding', 'オフボード対象にする', 'オフボード対象に'],
  [{ verb: 'language', locale: 'en-US' }, 'language en', 'language english', 'english', '言語 en', '言語 英語', '英語'],
  [
    { verb: 'language', locale: 'ja-JP' },
    'language ja',
    'language japanese',
    'japanese',
    '言語 ja',
    '言語 日本語',
    '日本語',
  ],
]

const BEFORE =
  /^(?:please|pls|kindly|hi|hello|hey|ok|okay|could you|can you|would you|can i|may i|i'd like to|i would like to|i want to|i need to|let's|show me|show|tell me|what is|what's|where is|how is|check|open|go to|see|view|my|the|our|では|じゃあ|すみません|あの|こんにちは|おはようございます|こんばんは|お疲れ(?:様|さま)です|(?:いつも)?お世話になって(?:おり|い)ます|お世話になります)[\s,、。!]+/u
const AFTER =
  /(?:please|pls|thanks|thank you|now|me|us|my company|our company|を?お願い(?:いた|致)?します|を?お願い|[をの]?(?:表示|確認|開始|設定|変更)?(?:して)?(?:ください|下さい)|[をの]?(?:表示|確認|開始|設定|変更)(?:して|する|したい)?|を?見せて|を?教えて|はどう(?:なって(?:い)?(?:ますか|る(?:の)?))?|は|を?開(?:いて|く)|に?切り替え(?:て|る|たい)?|に?戻して|を?(?:見|知り|始め|進め)たい(?:の)?(?:ですが)?|(?:を)?したい(?:の)?(?:ですが)?|(?:いただけ|もらえ|くれ)(?:ますか|ませんか|る)|を?できますか|です(?:か)?|します|ます|する|して|したい|を)$/u

/** No polite ending is longer. */
const LONGEST_AFTER = 'our company'.length
/** Any number of them may stand behind the rest. */
const MARKS = ' 、。,.!?…'

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
const compact = (text: string): string => text.replace(/[\s'’:=-]+/gu, '')

const KNOWN: ReadonlyMap<string, Action> = new Map(
  [...PHRASES, ...PHRASES_JA.map(([action, phrases]): Phrase => [action, ...phrases.split('、')])].flatMap(
    ([action, ...phrases]) => phrases.map((phrase) => [compact(folded(phrase)), action] as const),
  ),
)

const LONGEST_PHRASE = [...KNOWN.keys()].reduce((longest, phrase) => Math.max(longest, phrase.length), 0)
const SPACING: ReadonlySet<number> = new Set([..." '’:=-"].map((character) => character.charCodeAt(0)))

/** Whether more is left of a text than of any phrase, however both are spaced. */
function isLong(text: string): boolean {
  let left = LONGEST_PHRASE
  for (let at = 0; at < text.length; at++) if (!SPACING.has(text.charCodeAt(at)) && left-- === 0) return true
  return false
}

/** Politeness around a phrase is taken off from the outside in, and after each piece the rest is looked up. */
function understand(text: string): Action | undefined {
  const spaced = folded(text.slice(0, 2_000)).replace(/\s{2,}|[^\S ]/gu, ' ')
  let rest = spaced.trim().slice(0, 200)
  for (let pieces = 0; pieces < 10; pieces++) {
    const action = isLong(rest) ? undefined : KNOWN.get(compact(rest))
    if (action) return action
    const shorter = rest.replace(BEFORE, '').trim()
    const next = shorter === rest || shorter === '' ? withoutAfter(rest).trim() : shorter
    if (next === rest || next === '') return undefined
    rest = next
  }
  return undefined
}

function withoutAfter(text: string): string {
  let end = text.length
  while (end > 0 && MARKS.includes(text.charAt(end - 1))) end--
  if (end < text.length) return text.slice(0, end)
  const from = Math.max(0, end - LONGEST_AFTER)
  return text.slice(0, from) + text.slice(from).replace(AFTER, '')
}
