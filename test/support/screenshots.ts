import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { words } from '../../cards/words/words.ts'
import type { Locale } from '../../domain/actor.ts'
import { sampleCards } from './sample-cards.ts'
import { typical, worst } from './sample-cast.ts'

/**
 * Draws every sample card as Teams would, roughly, onto sheets in test/output/cards, to be looked at:
 * `node test/support/screenshots.ts [part of a name] [--worst] [--dark] [--narrow]`, as wide as on a telephone.
 */
const [filter = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const dark = process.argv.includes('--dark')
const hostile = process.argv.includes('--worst')
const narrow = process.argv.includes('--narrow')
const CARDS_A_SHEET = 9
const OUTPUT = 'test/output/cards'

const colors = (text: string, subtle: string) => ({ default: text, subtle })
const palette = dark
  ? { text: '#ffffff', subtle: '#adadad', page: '#1f1f1f', card: '#292929', emphasis: '#3d3d3d' }
  : { text: '#242424', subtle: '#616161', page: '#f5f5f5', card: '#ffffff', emphasis: '#f0f0f0' }
const tints = dark
  ? { good: '#0d2e0d', warning: '#463100', attention: '#3b0509', accent: '#2f2f4a' }
  : { good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6', accent: '#e8ebfa' }
const foregroundColors = {
  default: colors(palette.text, palette.subtle),
  accent: colors(dark ? '#7f85f5' : '#5b5fc7', palette.subtle),
  good: colors(dark ? '#92c353' : '#237b4b', palette.subtle),
  warning: colors(dark ? '#f8d22a' : '#835c00', palette.subtle),
  attention: colors(dark ? '#f9526b' : '#c4314b', palette.subtle),
}
const HOST = {
  fontFamily: '"Segoe UI", "Noto Sans", "Noto Sans CJK JP", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: dark ? '#484848' : '#e0e0e0' },
  containerStyles: {
    default: { backgroundColor: palette.card, foregroundColors },
    emphasis: { backgroundColor: palette.emphasis, foregroundColors },
    good: { backgroundColor: tints.good, foregroundColors },
    warning: { backgroundColor: tints.warning, foregroundColors },
    attention: { backgroundColor: tints.attention, foregroundColors },
    accent: { backgroundColor: tints.accent, foregroundColors },
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention', weight: 'default' } },
    errorMessage: { spacing: 'small', size: 'small' },
  },
  actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 6 },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 180 },
    value: { wrap: true },
    spacing: 16,
  },
}
const CSS = `
  body { margin: 0; padding: 16px; background: ${palette.page}; font-family: ${HOST.fontFamily}; column-gap: 16px; width: 1560px; columns: ${narrow ? 5 : 3} }
  figure { break-inside: avoid; margin: 0 0 16px } figcaption { font-size: 11px; color: ${palette.subtle} }
  .card { background: ${palette.card}; border: 1px solid ${palette.emphasis}; border-radius: 4px; color: ${palette.text} }
  /* This renderer takes no notice of what Teams sets beside each other. */
  [id^=flow-] { flex-flow: row wrap !important; gap: 8px; align-items: center } [id^=flow-] > .ac-horizontal-separator { display: none } [id^=flow-] > * { max-width: 100% }
  button { font: 600 14px ${HOST.fontFamily}; border: 1px solid #d1d1d1; background: ${palette.card}; color: ${palette.text}; border-radius: 4px; padding: 5px 12px }
  button.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff } button.style-destructive { background: #c4314b; border-color: #c4314b; color: #fff }
  input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], textarea, select { font: 14px ${HOST.fontFamily}; padding: 6px 8px; border: 0; border-bottom: 1px solid #616161; border-radius: 4px; background: ${palette.emphasis}; color: ${palette.text}; box-sizing: border-box }`

const script = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: 1592, height: 1000 } })
mkdirSync(OUTPUT, { recursive: true })

for (const locale of ['en-US', 'ja-JP'] satisfies readonly Locale[]) {
  const all = Object.entries(sampleCards(hostile ? worst : typical[locale], words(locale, 'Asia/Tokyo')))
  const chosen = all.filter(([name]) => name.includes(filter))
  for (let at = 0; at < chosen.length; at += CARDS_A_SHEET) {
    await page.setContent(`<!doctype html><style>${CSS}</style><body></body>`)
    await page.addScriptTag({ path: script })
    await page.evaluate(draw, { cards: JSON.stringify(chosen.slice(at, at + CARDS_A_SHEET)), host: HOST })
    const sheet = String(at / CARDS_A_SHEET + 1).padStart(2, '0')
    const path = `${OUTPUT}/${locale}${hostile ? '-worst' : ''}${dark ? '-dark' : ''}-${sheet}.png`
    await page.screenshot({ path, fullPage: true })
    process.stdout.write(
      `${path}: ${chosen
        .slice(at, at + CARDS_A_SHEET)
        .map(([name]) => name)
        .join(' · ')}\n`,
    )
  }
}
await browser.close()

/** Runs in the page. */
function draw({ cards, host }: { cards: string; host: object }): void {
  const { AdaptiveCards, document } = globalThis as unknown as Browser
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const unescaped = text.replace(/\\([\\`*_{}[\]<>()#+\-.!|~&])/g, '$1')
    result.outputHtml = unescaped
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .split(/\n\n/)
      .map((paragraph) => `<p style="margin:0">${paragraph}</p>`)
      .join('')
    result.didProcess = true
  }
  let flows = 0
  const named = (_: string, node: { layouts?: object } | null) =>
    node?.layouts ? { ...node, id: `flow-${flows++}` } : node
  for (const [name, json] of JSON.parse(cards) as [string, object][]) {
    const card = new AdaptiveCards.AdaptiveCard()
    card.hostConfig = new AdaptiveCards.HostConfig(host)
    card.parse(JSON.parse(JSON.stringify(json, named)))
    const figure = document.createElement('figure')
    const caption = document.createElement('figcaption')
    const frame = document.createElement('div')
    caption.textContent = name
    frame.className = 'card'
    const drawn = card.render()
    if (drawn) frame.append(drawn)
    figure.append(caption, frame)
    document.body.append(figure)
  }
}

/** The little of a browser that `draw` needs. */
type Node = { className: string; textContent: string; append(...nodes: readonly Node[]): void }
type Browser = {
  document: { body: Node; createElement(name: string): Node }
  AdaptiveCards: {
    HostConfig: new (config: object) => object
    AdaptiveCard: {
      new (): { hostConfig: object; parse(card: object): void; render(): Node | undefined }
      onProcessMarkdown: (text: string, result: { outputHtml: string; didProcess: boolean }) => void
    }
  }
}
