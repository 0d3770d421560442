import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue') },
  { path: '/join/:code?', component: () => import('./pages/JoinPage.vue') },
  { path: '/signin', component: () => import('./pages/SignInPage.vue') },
  { path: '/invite/:token', component: () => import('./pages/InvitePage.vue') },
  { path: '/lobby/:id', component: () => import('./pages/LobbyPage.vue') },
  { path: '/run/:run/result', component: () => import('./pages/ResultPage.vue') },
  {
    path: '/run/:run/:seat(anchor|operations|selection|traffic|service)',
    component: () => import('./pages/SeatPage.vue'),
  },
  { path: '/teach', component: () => import('./pages/ClassesPage.vue') },
  { path: '/teach/:id', component: () => import('./pages/TeacherPage.vue') },
  { path: '/projector/:id', component: () => import('./pages/ProjectorPage.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
]

if (import.meta.env.DEV) {
  // Every screen with made-up numbers, for looking at it without a server.
  routes.unshift({ path: '/story/:screen', component: () => import('./pages/StoryPage.vue') })
}

/** In development the pages live below the same prefix as their assets. */
export const router = createRouter({ history: createWebHistory(import.meta.env.DEV ? '/static/' : '/'), routes })
