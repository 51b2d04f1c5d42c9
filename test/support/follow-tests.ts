import hooks, { AsyncLocalStorage, type AsyncResource } from "node:async_hooks";

/**
 * To know where a new test or a lost error belongs, node:test has every promise followed from its making until it is
 * collected: more than a tenth of what a suite costs. The test that runs can go along by itself, at no price.
 *
 * Only for a process that has not loaded node:test yet.
 */
export function followTests(): void {
  const running = new AsyncLocalStorage<AsyncResource>();
  const { createHook, executionAsyncId } = hooks;
  hooks.createHook = (followed) => {
    hooks.createHook = createHook;
    return createHook({
      trackPromises: false,
      init(id, type, trigger, resource) {
        if (type !== "Test") return;
        followed.init?.(id, type, trigger, resource);
        goAlong(resource as AsyncResource, running);
      },
    });
  };
  hooks.executionAsyncId = () => running.getStore()?.asyncId() ?? executionAsyncId();
}

/** Whatever a test starts knows whose it is. */
function goAlong(test: AsyncResource, running: AsyncLocalStorage<AsyncResource>): void {
  const enter = test.runInAsyncScope.bind(test);
  test.runInAsyncScope = (run, self, ...given) =>
    enter(() => running.run(test, () => Reflect.apply(run, self, given)));
}
