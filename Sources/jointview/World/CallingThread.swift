import Dispatch
import Synchronization

/// Runs what is asynchronous on the thread that waits for it.
///
/// The runtime has a thread for each core, and whoever waits keeps one busy. If all of them waited,
/// none would be left to run what they wait for.
final class CallingThread<Answer: Sendable>: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let bell = DispatchSemaphore(value: 0)
  private let answer = Mutex<Answer?>(nil)

  /// Waits for the answer of `body`.
  static func wait(for body: @escaping @Sendable () async -> Answer) -> Answer {
    let thread = CallingThread()
    Task(executorPreference: thread) {
      let answer = await body()
      thread.answer.withLock { $0 = answer }
    }
    return thread.run()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    bell.signal()
  }

  private func run() -> Answer {
    while true {
      bell.wait()
      let job = jobs.withLock { $0.removeFirst() }
      job.runSynchronously(on: asUnownedTaskExecutor())
      if let answer = answer.withLock({ $0 }) { return answer }
    }
  }
}
