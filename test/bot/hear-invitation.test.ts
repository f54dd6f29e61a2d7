import { describe, expect, it } from 'vitest'
import { hear } from '../../bot/hear.ts'

const CODE = 'aB3-_cdEfGhIjKlMnOpQrStUvWxYz0123456789AbCd'
const LINK = `https://partners.example/i/${CODE}`
const heard = (text: string) => hear({ kind: 'text', text })

describe('an invitation that somebody pastes', () => {
  it.each([
    LINK,
    `Please open ${LINK} today`,
    `${LINK}を開いてください`,
    CODE,
    `  ${CODE}\n`,
    `Code ${CODE}`,
    `Code\n${CODE}`,
    `code: ${CODE}`,
    `The code is ${CODE}.`,
    `コード ${CODE}`,
    `コード\n${CODE}`,
    `招待コードは「${CODE}」です`,
  ])('is opened by its code: %s', (text) => {
    expect(heard(text)).toEqual({ verb: 'open-invitation', code: CODE })
  })

  it.each([
    LINK.slice(0, -1),
    LINK.slice(0, -30),
    `${LINK}y`,
    'https://partners.example/i/',
    `/i/${CODE.slice(0, 20)}`,
    CODE.slice(0, 40),
    `${CODE}y`,
    `Code ${CODE.slice(0, 30)}`,
    `コード ${CODE}${CODE}`,
  ])('and has cut or written on is no other text: %s', (text) => {
    const action = heard(text)
    expect(action?.verb).toBe('open-invitation')
    expect(action && 'code' in action && action.code).not.toBe(CODE)
  })

  it.each([
    '0b1c2d3e-0000-4000-8000-000000000002',
    'code 0b1c2d3e-0000-4000-8000-000000000002',
    'What is the status of Cascade-Software-International-2024?',
    'the code of conduct',
    'and/i/or',
    'indirect-providers-of-the-cloud-solution-provider-program',
  ])('is not what else people write: %s', (text) => {
    expect(heard(text)?.verb).not.toBe('open-invitation')
  })
})
