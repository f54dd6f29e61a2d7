import { asciiDomain } from './text.ts'

/** Domains of web-mail services (R18, Appendix D and its like); sub-domains of them count too. */
const DOMAINS: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com'],
  ...['ymail.com', 'rocketmail.com'],
  ...['icloud.com', 'me.com', 'mac.com'],
  ...['aol.com', 'aim.com'],
  ...['outlook.com', 'outlook.jp', 'outlook.fr', 'outlook.de', 'outlook.es', 'outlook.it', 'outlook.in', 'outlook.kr'],
  ...['live.com', 'live.jp', 'live.fr', 'live.de', 'live.it', 'live.nl', 'live.be', 'live.ca', 'live.co.uk', 'live.cn'],
  ...['msn.com', 'passport.com', 'windowslive.com'],
  ...['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
  ...['mail.com', 'zoho.com', 'zohomail.com', 'web.de', 'fastmail.com', 'qq.com', '163.com', '126.com', 'naver.com'],
  ...['docomo.ne.jp', 'ezweb.ne.jp', 'au.com', 'softbank.ne.jp', 'i.softbank.jp'],
])

/** Services with a domain in many countries: `yahoo.*` is yahoo.fr, yahoo.co.jp, yahoo.com.br … */
const FAMILIES = ['yahoo', 'gmx', 'hotmail', 'yandex']

/** A second-level registry such as co.jp or com.br, or a top-level domain. */
const FAMILY = new RegExp(`^(?:.+\\.)?(?:${FAMILIES.join('|')})\\.(?:(?:co|com|ne|net|or|org)\\.[a-z]{2}|[a-z]{2,})$`)

/** Whether a mail domain belongs to a web-mail service, however it is written: case, width, IDN, sub-domain, last dot. */
export function isWebMail(domain: string): boolean {
  const name = asciiDomain(domain)
  if (!name) return false
  const labels = name.split('.')
  return FAMILY.test(name) || labels.some((_, at) => DOMAINS.has(labels.slice(at).join('.')))
}

const ROLES: ReadonlySet<string> = new Set(['info', 'admin', 'marketing', 'email'])

/** A mailbox of a role, not of a person (domain.md 2.5); `info+x@` is one too. */
export function isSharedMailbox(email: string): boolean {
  const local = email.normalize('NFKC').trim().toLowerCase().split('@', 1)[0] ?? ''
  return ROLES.has(local.split('+', 1)[0] ?? '')
}
