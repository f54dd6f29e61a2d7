import { inflateSync } from 'node:zlib'

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

/**
 * The pixels of a PNG, row by row.
 * @throws Error for one that is not of eight bits a channel, in RGB with or without alpha
 */
export function pixelsOf(png: Uint8Array = new Uint8Array()): { width: number; height: number; pixels: Pixel[] } {
  const chunks = chunksOf(Buffer.from(png))
  const header = chunks.find(({ type }) => type === 'IHDR')?.body ?? Buffer.alloc(13)
  const [width, height, bits, color, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    ...header.subarray(8, 10),
    header[12],
  ]
  const size = color === 6 ? 4 : 3
  if (bits !== 8 || (color !== 6 && color !== 2) || interlaced !== 0) throw new Error('a PNG of another kind')
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)))
  const bytes = Buffer.alloc(width * height * size)
  const stride = width * size
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < size ? 0 : (bytes[at - size] ?? 0)
      const up = bytes[at - stride] ?? 0
      const upLeft = x < size ? 0 : (bytes[at - stride - size] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0
      bytes[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  const pixels = Array.from({ length: width * height }, (_, n): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(n * size, (n + 1) * size)
    return [red, green, blue, alpha]
  })
  return { width, height, pixels }
}

function chunksOf(png: Buffer): readonly { type: string; body: Buffer }[] {
  const chunks = []
  for (let at = 8; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function paeth(left: number, up: number, upLeft: number): number {
  const distances = [left, up, upLeft].map((one) => Math.abs(left + up - upLeft - one))
  return [left, up, upLeft][distances.indexOf(Math.min(...distances))] ?? 0
}
