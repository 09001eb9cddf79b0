import type { Role } from '@soc-coop/contracts';
import type { MessageKey } from '@soc-coop/messages';
import type { RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's title and the name of its room in the browser tab; never personal data. */
    readonly title?: MessageKey;
    /** Reachable without signing in. */
    readonly public?: boolean;
    /** One of these roles in the acting unit is needed to open the page. */
    readonly roles?: readonly Role[];
    /** The menu entry that stays marked while this page is open. */
    readonly room?: string;
    /** Shown without header and menu. */
    readonly bare?: boolean;
  }
}

/** One entry of the left menu. */
export interface Room {
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: string;
  /** Name of the route the entry opens. */
  readonly to: string;
  readonly roles?: readonly Role[];
  /** Second letter of the `g` shortcut. */
  readonly key?: string;
}

/** What a feature hands to the frame: its pages and its places in the menu. */
export interface Feature {
  readonly id: string;
  readonly routes: readonly RouteRecordRaw[];
  readonly rooms: readonly Room[];
}
