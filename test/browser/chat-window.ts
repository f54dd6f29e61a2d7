import { mkdirSync } from 'node:fs'
import type { BrowserContext, Locator, Page } from 'playwright-core'

const OUTPUT = 'test/output/browser'
const CARD = '.ac-preview-panel'
/** The machine may be busy with other tests; nothing here takes so long by itself. */
const PATIENCE_MS = 45_000

/** One person at one window of the Microsoft 365 Agents Playground, doing what a person does: read, type, press. */
export type ChatWindow = {
  page: Page
  /** Writes a message and waits until the bot has sent something. */
  says(text: string): Promise<void>
  /** Waits for a card that shows all of these texts, no older than the answer to the last message, and turns to it: the last of them. */
  sees(...texts: (string | RegExp)[]): Promise<Locator>
  /** How many cards stand in the window; `sees` waits for one, and this tells that none came. */
  cards(): Promise<number>
  /** Fills in inputs of the card by label: text, a choice by its title, or a tick. */
  types(values: Record<string, string | boolean>): Promise<void>
  /** What stands in an input of the card. */
  typed(label: string): Promise<string>
  /** Presses a button of the card, the first of this title. */
  presses(title: string): Promise<void>
  /** The titles of the card's buttons, in order. */
  buttons(): Promise<string[]>
  /** Keeps a picture of the window as it is, with the card in sight. */
  pictured(name: string): Promise<void>
}

export async function openChat(context: BrowserContext, url: string): Promise<ChatWindow> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(url)
  await page.getByTitle('Hide log panel').click()
  const box = page.locator('[data-lexical-editor]')
  const cards = page.locator(CARD)
  await cards.first().waitFor()
  let card = cards.last()
  let answered = 0

  return {
    page,
    async says(text) {
      await page.bringToFront()
      answered = await cards.count()
      const answer = cards.nth(answered)
      await box.fill(text)
      await page.getByLabel('Send Message').click()
      await answer.waitFor()
      card = answer
    },
    async sees(...texts) {
      await page.bringToFront()
      const found = texts.reduce((some, hasText) => some.filter({ hasText }), cards).last()
      const deadline = Date.now() + PATIENCE_MS
      for (;;) {
        await found.waitFor()
        const place = await found.evaluate(placeOf, CARD)
        // From here on by its place: what it says changes while it is filled in.
        card = cards.nth(place)
        if (place >= answered) return card
        if (Date.now() > deadline) throw new Error(`No card since the last message shows ${texts.join(', ')}.`)
        await page.waitForTimeout(50)
      }
    },
    cards: () => cards.count(),
    async types(values) {
      for (const [label, value] of Object.entries(values)) {
        if (typeof value === 'boolean') {
          await card.getByRole('checkbox', { name: label }).setChecked(value)
          continue
        }
        const input = inputOf(card, label)
        const kind = await kindOf(input)
        if (kind === 'SELECT') await input.selectOption({ label: value })
        else if (kind === 'DIV') await input.getByRole('radio', { name: value }).check()
        else await input.fill(value)
      }
    },
    typed: (label) => inputOf(card, label).inputValue(),
    async presses(title) {
      await page.bringToFront()
      await card.getByRole('button', { name: title, exact: true }).first().click()
    },
    buttons: () => card.getByRole('button').allInnerTexts(),
    async pictured(name) {
      await card.scrollIntoViewIfNeeded()
      await picture(page, name)
    },
  }
}

/** Keeps a picture of a page in test/output, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true })
  await page.screenshot({ path: `${OUTPUT}/${name}.png` })
}

/** A required input has a mark behind its label. */
const inputOf = (card: Locator, label: string): Locator =>
  card.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`)).first()

/** A field for text, a list to choose from, or a group of choices that are all in sight. */
const kindOf = (input: Locator): Promise<string> =>
  input.evaluate((element) => (element as { tagName: string }).tagName)

/** Runs in the page. */
function placeOf(element: unknown, selector: string): number {
  const { ownerDocument } = element as { ownerDocument: { querySelectorAll(selector: string): ArrayLike<unknown> } }
  return Array.from(ownerDocument.querySelectorAll(selector)).indexOf(element)
}
