import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { server } from '../api'
import type { ViewPush } from '../run'
import { Line, type BoardTeam, type Pushes, type WatchAck } from '../socket'
import type { ClassInfo, FaultPush, InstructorView } from '../wire'
import { useLine } from './line'

type Teams = Record<string, InstructorView>

/** One class as its teacher, its lobby or its projector watches it. */
export const useClassroom = defineStore('classroom', () => {
  const line = useLine()
  const info = shallowRef<ClassInfo | null>(null)
  const teams = shallowRef<Teams>({})
  const board = shallowRef<BoardTeam[]>([])
  const frozen = ref(false)
  const fault = ref<FaultPush | null>(null)
  const problem = ref<{ code: string; message: string } | null>(null)
  const pushedAt = ref(performance.now())
  let version = 0
  let link: Line | null = null

  function start(ack: WatchAck): void {
    version = ack.version
    const view = (ack.view ?? {}) as { teams?: Teams }
    teams.value = view.teams ?? {}
    fault.value = null
    pushedAt.value = performance.now()
  }

  function patch(push: ViewPush<unknown>): void {
    if (push.version <= version) return
    if (push.base !== version) return void link?.watch('resync')
    version = push.version
    teams.value = { ...teams.value, ...(push.patch as { teams?: Teams }).teams }
    pushedAt.value = performance.now()
    line.heard()
  }

  const pushes: Pushes = {
    watched: start,
    status: (status) => line.become(status),
    beat: (ms) => line.beat(ms),
    view: patch,
    classroom: (push) => (info.value = push.links ? push : { ...push, links: info.value?.links ?? null }),
    board: (push) => {
      board.value = push.teams
      frozen.value = push.frozen
      pushedAt.value = performance.now()
    },
    control: (push) => {
      if (info.value) info.value = { ...info.value, state: push.state, speed: push.speed }
    },
    fault: (push) => (fault.value = push.recovered ? null : push),
    revoked: (push) => (problem.value = { code: 'revoked', message: push.reason }),
    refused: (code, message) => (problem.value = { code, message }),
  }

  async function open(id: string, as: 'teacher' | 'projector' | 'lobby'): Promise<void> {
    close()
    info.value = await server.classroom(id)
    link = new Line({ class_id: id, as }, pushes)
  }

  function close(): void {
    link?.close()
    link = null
    info.value = problem.value = null
    teams.value = {}
    board.value = []
    version = 0
  }

  const isStarted = computed(() => !!info.value && info.value.state !== 'lobby')
  return { info, teams, board, frozen, fault, problem, pushedAt, isStarted, open, close, pushes }
})
