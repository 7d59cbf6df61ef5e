/**
 * Memory is laid out once per problem and never given back: every engine has an instance, and so
 * a memory, of its own. Fresh WebAssembly memory is zero, and so is whatever `allocate` returns;
 * the padding of rows and tiles relies on it.
 */
const PAGE: usize = 65536;
const CACHE_LINE: usize = 64;

/** Buffers whose addresses differ by a multiple of 4096 stall each other's loads and stores. */
const STAGGER: usize = 192;

let top: usize = __heap_base;

/** `bytes` of zeroed memory at the start of a cache line. Traps where the memory cannot grow. */
export function allocate(bytes: usize): usize {
  const address = (top + CACHE_LINE - 1) & ~(CACHE_LINE - 1);
  top = address + bytes + STAGGER;
  const pages = <i32>((top + PAGE - 1) / PAGE);
  const missing = pages - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  return address;
}
