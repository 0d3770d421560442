import type { InjectionKey, Ref } from 'vue'

/** The language the anchor speaks in, chosen once for beats and free words. */
export const SPOKEN: InjectionKey<Ref<string>> = Symbol('spoken language')
