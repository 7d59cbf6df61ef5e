interface ImportMetaEnv {
  /** Revision of the source that a page was built from, “unknown” outside a repository; pages of tests have none. */
  readonly VITE_SOURCE_REVISION?: string;
}
