import type { BulkEvent } from '../../domain/bulk/bulk.ts'

export type BulkEventWords = {
  [T in BulkEvent['type']]: (event: Extract<BulkEvent, { type: T }>) => string
}
