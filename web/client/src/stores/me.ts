import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { server, whoAmI } from '../api'
import type { Me } from '../wire'

/** The person at this browser and the seats they hold. */
export const useMe = defineStore('me', () => {
  const me = ref<Me | null>(null)
  let loading: Promise<Me> | null = null

  async function load(again = false): Promise<Me> {
    if (me.value && !again) return me.value
    loading ??= whoAmI().finally(() => (loading = null))
    return (me.value = await loading)
  }

  async function leave(): Promise<void> {
    await server.signOut()
    await load(true)
  }

  const isTeacher = computed(() => me.value?.person.kind === 'teacher')
  const isKnown = computed(() => !!me.value?.person.id)
  return { me, load, leave, isTeacher, isKnown }
})
