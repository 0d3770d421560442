import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SeatName } from '../api'
import { begin, foldFeed, foldView, type RunModel, type Step } from '../run'
import { Line, type Pushes, type WatchAck } from '../socket'
import type { Common, FaultPush } from '../wire'
import { Actions } from './actions'
import { useLine } from './line'

type SeatView = { common: Common } & Record<string, unknown>
export type PlayState = 'lobby' | 'running' | 'paused' | 'ended'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** The seat this page plays: its view of the run, its line to the server, its actions. */
export const useSeat = defineStore('seat', () => {
  const line = useLine()
  const run = ref('')
  const seat = ref<SeatName>('operations')
  const model = shallowRef<RunModel<SeatView> | null>(null)
  const actions = shallowRef<Actions | null>(null)
  const state = ref<PlayState>('running')
  const speed = ref(1)
  const isWriter = ref(true)
  const head = ref('')
  const fault = ref<FaultPush | null>(null)
  const closed = ref<{ code: string; message: string } | null>(null)
  const pushedAt = ref(performance.now())
  const fresh = ref(0)
  let link: Line | null = null

  function take(step: Step<SeatView>): void {
    model.value = step.run
    pushedAt.value = performance.now()
    line.heard()
    if (step.kind === 'gap') void link?.watch('resync')
  }

  function start(ack: WatchAck): void {
    const again = model.value !== null
    model.value = begin({ ...ack, view: (ack.view ?? {}) as SeatView }, model.value ?? undefined)
    pushedAt.value = performance.now()
    if (again) fresh.value += 1
    fault.value = null
    head.value = ack.head
    speed.value = ack.speed
    isWriter.value = ack.writer
    state.value = playState(ack)
    if (isWriter.value) actions.value?.open()
  }

  function playState(ack: WatchAck): PlayState {
    if (ack.stage === 'over') return 'ended'
    if (ack.stage === 'lobby') return 'lobby'
    return ack.paused ? 'paused' : 'running'
  }

  const pushes: Pushes = {
    watched: start,
    status: (status) => {
      line.become(status)
      if (status !== 'live') actions.value?.close()
      else if (isWriter.value) actions.value?.open()
    },
    beat: (ms) => line.beat(ms),
    view: (push) =>
      model.value && take(foldView(model.value, push as { version: number; base: number; patch: Partial<SeatView> })),
    feed: (push) => model.value && take(foldFeed(model.value, push)),
    control: (push) => {
      state.value = push.state
      speed.value = push.speed
    },
    fault: (push) => (fault.value = push.recovered ? null : push),
    revoked: (push) => {
      if (!push.run || (push.run === run.value && push.seat === seat.value)) shut('revoked', push.reason)
    },
    refused: shut,
    lease: (push) => {
      isWriter.value = push.writer
      if (push.writer) actions.value?.open()
      else actions.value?.close()
    },
  }

  function shut(code: string, message: string): void {
    closed.value = { code, message }
    actions.value?.close()
    link?.close()
  }

  function open(runId: string, seatName: SeatName): void {
    close()
    state.value = 'running'
    run.value = runId
    seat.value = seatName
    model.value = closed.value = fault.value = null
    isWriter.value = true
    const road = { send: (action: Parameters<Line['command']>[0]) => link!.command(action), wait: pause }
    actions.value = new Actions(localStorage, `bc.outbox.${runId}.${seatName}`, road)
    link = new Line({ run: runId, seat: seatName }, pushes)
  }

  function close(): void {
    actions.value?.close()
    link?.close()
    link = null
  }

  async function useHere(): Promise<void> {
    if (await link?.useHere()) {
      isWriter.value = true
      actions.value?.open()
    }
  }

  /** Send a command; its life is shown at the control of that name. */
  function send(control: string, type: string, args: Record<string, unknown> = {}, text?: string): void {
    actions.value?.send(control, type, args, (model.value?.next ?? 1) - 1, text)
  }

  // Before the class starts there is no view yet.
  const view = computed(() => (model.value?.view.common ? model.value.view : null))
  const common = computed(() => view.value?.common ?? null)
  const feed = computed(() => model.value?.feed ?? [])
  const isOver = computed(() => state.value === 'ended' || common.value?.clock.stage === 'over')
  const canAct = computed(() => isWriter.value && state.value === 'running' && !isOver.value && !closed.value)

  return {
    run,
    seat,
    model,
    view,
    common,
    feed,
    actions,
    state,
    speed,
    isWriter,
    head,
    fault,
    closed,
    pushedAt,
    fresh,
    isOver,
    canAct,
    open,
    close,
    send,
    useHere,
    pushes,
  }
})
