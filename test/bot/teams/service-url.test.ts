import { expect, it } from 'vitest'
import { isPinned } from '../../../bot/teams/service-url.ts'

it.each([
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/',
  'https://webchat.botframework.com/',
  'https://smba.infra.gcc.teams.microsoft.com/',
])('%s is Teams', (url) => {
  expect(isPinned(url, 'teams')).toBe(true)
  expect(isPinned(url, 'loopback')).toBe(false)
})

it.each([
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://evil.trafficmanager.net/',
  'https://evilbotframework.com/',
  'https://botframework.com.evil.example/',
  'https://user@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net/?to=evil',
  'https://smba.infra.teams.microsoft.com.evil.example/',
  'http://127.0.0.1:3000/',
  'http://localhost/',
  '//smba.trafficmanager.net/',
  '',
])('%s is not', (url) => expect(isPinned(url, 'teams')).toBe(false))

it.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://127.1.2.3/', 'http://[::1]:3000/'])(
  '%s is this machine',
  (url) => expect(isPinned(url, 'loopback')).toBe(true),
)

it.each([
  'https://localhost:56150/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'http://10.0.0.1/',
  'http://169.254.169.254/',
  'http://user@localhost/',
  'http://0.0.0.0/',
])('%s is not this machine', (url) => expect(isPinned(url, 'loopback')).toBe(false))
