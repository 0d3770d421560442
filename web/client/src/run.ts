// The run as one seat knows it: a fold of versioned view patches and of a numbered feed. No DOM, no network.
// A gap is reported and never papered over; the caller asks the server for a fresh start.

export interface FeedEvent {
  n: number
  at: number
  type: string
  data: Record<string, unknown>
  seat: string
}

export interface Watched<V> {
  version: number
  view: V
  feed: { from: number; events: FeedEvent[] }
}

export interface ViewPush<V> {
  version: number
  base: number
  patch: Partial<V>
}

export interface FeedPush {
  from: number
  events: FeedEvent[]
}

export interface RunModel<V> {
  version: number
  view: V
  feed: FeedEvent[]
  /** Number of the feed event that comes next. */
  next: number
}

export type Step<V> =
  { kind: 'applied' | 'seen'; run: RunModel<V> } | { kind: 'gap'; run: RunModel<V>; of: 'view' | 'feed' }

export const FEED_KEPT = 400

/** Begin, or begin again after a gap. Events known from before stay when the new tail joins on to them. */
export function begin<V>(watched: Watched<V>, before?: RunModel<V>): RunModel<V> {
  const { from, events } = watched.feed
  const first = events[0]?.n ?? from
  const known = before && before.next >= first ? before.feed.filter((event) => event.n < first) : []
  const feed = [...known, ...events].slice(-FEED_KEPT)
  return { version: watched.version, view: watched.view, feed, next: (events.at(-1)?.n ?? from - 1) + 1 }
}

/** Apply a patch made against the version we hold. An older one was seen before; a newer one means we missed some. */
export function foldView<V>(run: RunModel<V>, push: ViewPush<V>): Step<V> {
  if (push.version <= run.version) return { kind: 'seen', run }
  if (push.base !== run.version) return { kind: 'gap', run, of: 'view' }
  return { kind: 'applied', run: { ...run, version: push.version, view: { ...run.view, ...push.patch } } }
}

/** Append feed events. A reconnect sends some twice: those are dropped by their number. */
export function foldFeed<V>(run: RunModel<V>, push: FeedPush): Step<V> {
  const fresh = push.events.filter((event) => event.n >= run.next)
  const first = fresh[0]
  if (!first) return { kind: 'seen', run }
  if (first.n !== run.next || fresh.some((event, i) => event.n !== first.n + i)) return { kind: 'gap', run, of: 'feed' }
  const feed = [...run.feed, ...fresh].slice(-FEED_KEPT)
  return { kind: 'applied', run: { ...run, feed, next: run.next + fresh.length } }
}
