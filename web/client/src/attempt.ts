import { ref } from 'vue'
import { Refusal } from './api'

/** Run a request once at a time; what went wrong stays to be shown. */
export function useAttempt() {
  const isBusy = ref(false)
  const problem = ref<Refusal | null>(null)

  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    problem.value = null
    try {
      return await work()
    } catch (error) {
      problem.value = error instanceof Refusal ? error : new Refusal('unexpected', String(error))
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, problem, attempt }
}
