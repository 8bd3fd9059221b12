import ArgumentParser
import Foundation

/// Why a command could not do its work: a folder that is absent, a disk that
/// is full, a right that is lacking. Not what is wrong *in* the input.
struct CouldNotRun: Error, Equatable {
    let message: String
    /// The system's number of the failure, where there is one.
    let code: Int32?

    init(_ message: String, code: Int32? = nil) {
        self.message = message
        self.code = code
    }
}

/// What a command has to say, and how it ends.
struct Answer: Equatable {
    /// How a command ends. Wrong usage, 64, is the argument parser's.
    enum Ending: Int32 { case clean = 0, errors = 1, couldNotRun = 2 }

    /// For standard output, with its line ends.
    var output = ""
    /// For standard error, with its line ends.
    var remarks = ""
    var ending = Ending.clean
}

/// A command as a function to an answer, so that a test can read what a
/// terminal would show.
protocol AnsweringCommand: ParsableCommand {
    func answer() throws -> Answer
}

extension AnsweringCommand {
    func run() throws {
        var answer = answerOrFailure()
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(answer.output.utf8))
        } catch {
            answer.remarks += "kapitaal: cannot write to standard output\n"
            answer.ending = .couldNotRun
        }
        try? FileHandle.standardError.write(contentsOf: Data(answer.remarks.utf8))
        if answer.ending != .clean { throw ExitCode(answer.ending.rawValue) }
    }

    /// A failure to run is an answer too.
    func answerOrFailure() -> Answer {
        do {
            return try answer()
        } catch let failure as CouldNotRun {
            return Answer(remarks: "kapitaal: \(failure.message)\n", ending: .couldNotRun)
        } catch {
            return Answer(remarks: "kapitaal: \(error)\n", ending: .couldNotRun)
        }
    }
}
