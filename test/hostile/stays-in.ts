import { expect, it } from 'vitest'
import { holds } from './recorder.ts'
import type { Remains } from './witness.ts'

/** What holds of addresses after any story. */
export function addressesStayIn(emails: Readonly<Record<string, string>>, remains: () => Remains): void {
  it.each(Object.entries(emails))('the address of the %s is in no log', (_, email) => {
    expect(remains().logged(email)).toEqual([])
  })

  it.each(Object.entries(emails))('the address of the %s is in no URL', (_, email) => {
    const urls = remains().urlsWith(email)
    expect(urls.filter((url) => !url.startsWith(`mailto:${email}`))).toEqual([])
  })

  it.each(Object.entries(emails))(
    'the address of the %s is in no answer that says that something went wrong',
    (_, email) => {
      const wrong = remains().exchanges.filter(({ status, body }) => status >= 400 || /"statusCode":[45]/.test(body))
      expect(wrong.length).toBeGreaterThan(50)
      expect(wrong.filter(({ head, body }) => holds(`${head}${body}`, email))).toEqual([])
    },
  )
}

/** Each of these addresses was told to the people of these companies and of no others, mailboxes among them. */
export function addressesAreToldTo<Name extends string>(
  readers: Readonly<Partial<Record<Name, readonly string[]>>>,
  emails: Readonly<Record<Name, string>>,
  remains: () => Remains,
): void {
  it.each(Object.entries(readers) as [Name, readonly string[]][])(
    'the address of the %s was told to those alone who have to do with it: %j',
    (name, companies) => {
      expect(remains().readersOf(emails[name])).toEqual(companies.toSorted())
    },
  )
}

/** What holds of the links of invitations, each known by a name, with the companies that may be told it. */
export function linksStayIn(
  readers: Readonly<Record<string, readonly string[]>>,
  tokenOf: (name: string) => string,
  remains: () => Remains,
): void {
  it.each(Object.keys(readers))('the link of an invitation (%s) is in no log and nowhere in the store', (name) => {
    const { botUrl, urlsWith, logged, storedAs, liesInStore } = remains()
    const token = tokenOf(name)
    expect(logged(token)).toEqual([])
    expect(storedAs(token)).toEqual([])
    expect(liesInStore(token)).toBe(false)
    expect(urlsWith(token).filter((url) => !leadsThere(url, token, botUrl))).toEqual([])
  })

  it.each(Object.entries(readers))(
    'the link of an invitation (%s) was told to nobody but who invites: %j',
    (name, companies) => {
      expect(remains().readersOf(tokenOf(name))).toEqual(companies)
    },
  )
}

/** The link itself, the mail that its owner sends it with, where its page leads, and the addresses that the story tried it at. */
const leadsThere = (url: string, token: string, botUrl: string): boolean =>
  ['i', 'upload', 'download', 'verify'].some((path) => url.startsWith(`${botUrl}/${path}/${token}`)) ||
  url.startsWith('mailto:') ||
  url.startsWith(`${botUrl}/sandbox?code=${token}`)

/** What holds of every ticket for a file. */
export function ticketsStayIn(remains: () => Remains): void {
  it('a ticket for a file is its holder’s alone, and in no log and nowhere in the store', () => {
    const { tickets, logged, storedAs, liesInStore, readersOf } = remains()
    expect(tickets.size).toBeGreaterThan(3)
    for (const [ticket, holder] of tickets) {
      expect(ticket).toHaveLength(43)
      expect([holder, logged(ticket)]).toEqual([holder, []])
      expect([holder, storedAs(ticket)]).toEqual([holder, []])
      expect([holder, liesInStore(ticket)]).toEqual([holder, false])
      expect(readersOf(ticket)).toEqual([holder])
    }
  })
}

/** What holds of a password that was shown once, to somebody of this company. */
export function passwordStaysIn(password: string, company: string, remains: Remains): void {
  const { exchanges, urlsWith, logged, storedAs, liesInStore, readersOf } = remains
  expect(password.length).toBeGreaterThan(7)
  expect(exchanges.filter(({ body }) => holds(body, password))).toHaveLength(1)
  expect(readersOf(password)).toEqual([company])
  expect(logged(password)).toEqual([])
  expect(urlsWith(password)).toEqual([])
  expect(storedAs(password)).toEqual([])
  expect(liesInStore(password)).toBe(false)
}
