// One socket per page: says what it wants to watch, tells how the line is, and asks again after every gap.

import { io, type Socket } from 'socket.io-client'
import { token, whoAmI } from './api'
import { LATER, newCommandId, type CommandAck, type Outgoing } from './outbox'
import type { FeedPush, ViewPush, Watched } from './run'
import type { BoardLine, ClassInfo, ControlPush, FaultPush, LeasePush, RevokedPush } from './wire'

export type Target = { run: string; seat: string } | { class_id: string; as: 'teacher' | 'projector' | 'lobby' }
export type LineStatus = 'connecting' | 'live' | 'reconnecting' | 'resyncing' | 'refused'

export interface WatchAck extends Watched<unknown> {
  ok: true
  head: string
  writer: boolean
  paused: boolean
  speed: number
  stage: string
}

export interface BoardTeam {
  team: string
  name: string
  line: BoardLine | null
  rank: number
}

export interface Pushes {
  watched(ack: WatchAck): void
  status(status: LineStatus): void
  beat(rtt: number | null): void
  view?(push: ViewPush<unknown>): void
  feed?(push: FeedPush): void
  classroom?(info: ClassInfo): void
  board?(push: { teams: BoardTeam[]; frozen: boolean }): void
  control?(push: ControlPush): void
  fault?(push: FaultPush): void
  revoked?(push: RevokedPush): void
  lease?(push: LeasePush): void
  refused?(code: string, message: string): void
}

interface Refused {
  ok: false
  code: string
  message: string
}

const ACK_MS = 2000
const BEAT_MS = 2000
const SLOW_MS = 8000

/** Names this tab to the server, also after a reload: the seat stays with the tab that plays it. */
function tabName(): string {
  const known = sessionStorage.getItem('bc.tab') ?? newCommandId()
  sessionStorage.setItem('bc.tab', known)
  return known
}

export class Line {
  private readonly socket: Socket
  private readonly beating: ReturnType<typeof setInterval>

  constructor(
    private readonly target: Target,
    private readonly pushes: Pushes,
  ) {
    this.socket = io({
      transports: ['websocket', 'polling'],
      auth: (give) => give({ csrf: token(), tab: tabName() }),
      reconnectionDelay: 500,
      reconnectionDelayMax: 4000,
      timeout: 5000,
      closeOnBeforeunload: true,
    })
    this.listen()
    this.beating = setInterval(() => void this.beat(), BEAT_MS)
    pushes.status('connecting')
  }

  private listen(): void {
    const { socket, pushes } = this
    socket.on('connect', () => void this.watch('watch'))
    socket.on('disconnect', () => pushes.status('reconnecting'))
    socket.on('connect_error', (error) => void this.renewToken(error.message))
    socket.on('view', (push) => this.isMine(push) && pushes.view?.(push))
    socket.on('feed', (push) => this.isMine(push) && pushes.feed?.(push))
    socket.on('class', (push) => pushes.classroom?.(push))
    socket.on('board', (push) => pushes.board?.(push))
    socket.on('control', (push) => pushes.control?.(push))
    socket.on('fault', (push) => this.isMine(push) && pushes.fault?.(push))
    socket.on('revoked', (push) => pushes.revoked?.(push))
    socket.on('lease', (push) => this.isMine(push) && pushes.lease?.(push))
  }

  private isMine(push: { run?: string; seat?: string }): boolean {
    const { target } = this
    if (!('run' in target)) return true
    return (push.run ?? target.run) === target.run && (push.seat ?? target.seat) === target.seat
  }

  /** Start watching, or start over after a gap. */
  async watch(event: 'watch' | 'resync'): Promise<void> {
    this.pushes.status('resyncing')
    try {
      const ack: WatchAck | Refused = await this.socket.timeout(SLOW_MS).emitWithAck(event, this.target)
      if (ack.ok) {
        this.pushes.watched(ack)
        this.pushes.status('live')
      } else this.refuse(ack)
    } catch {
      if (this.socket.connected) setTimeout(() => this.socket.connected && void this.watch(event), 1000)
    }
  }

  private refuse(ack: Refused): void {
    if (LATER.has(ack.code)) {
      setTimeout(() => this.socket.connected && void this.watch('watch'), 1000)
      return
    }
    this.pushes.status('refused')
    this.pushes.refused?.(ack.code, ack.message)
  }

  /** Send one action; rejects when no answer came within two seconds. */
  command(action: Outgoing): Promise<CommandAck> {
    if (!this.socket.connected) return Promise.reject(new Error('not connected'))
    return this.socket.timeout(ACK_MS).emitWithAck('command', { ...this.target, ...action })
  }

  async useHere(): Promise<boolean> {
    const ack = await this.socket.timeout(ACK_MS).emitWithAck('use_here', this.target)
    return ack.ok === true
  }

  /** A sign of life every two seconds; its age is what the connection pill shows. */
  private async beat(): Promise<void> {
    if (!this.socket.connected) return
    const sent = performance.now()
    try {
      await this.socket.timeout(BEAT_MS).emitWithAck('ping', {})
      this.pushes.beat(performance.now() - sent)
    } catch {
      this.pushes.beat(null)
    }
  }

  /** The server may have restarted: fetch the token that the next try to connect needs. */
  private async renewToken(reason: string): Promise<void> {
    if (reason === 'not_signed_in' || reason === 'too_many_windows')
      return this.refuse({ ok: false, code: reason, message: reason })
    this.pushes.status('reconnecting')
    await whoAmI().catch(() => undefined)
    if (!this.socket.active) setTimeout(() => this.socket.connect(), 1000)
  }

  close(): void {
    clearInterval(this.beating)
    this.socket.disconnect()
  }
}
