import ArgumentParser
import Foundation
import HarmClassifier
import LexiconFiles
import PostExports
import Training

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Train, measure and describe the n-gram model.",
    subcommands: [Train.self, Evaluate.self, Info.self]
  )

  /// Labelled posts and how they are read.
  struct DataOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Exports with the fields text and label (a category, or benign).", valueName: "data"))
    var data: [String]

    @Option(help: ArgumentHelp("Read one label as another; may be repeated.", valueName: "label=category"))
    var label: [String] = []

    @Option(help: ArgumentHelp("Categories to learn (default: all that the data names).", valueName: "id"))
    var category: [String] = []

    @Option(help: ArgumentHelp("What posts of a source weigh; may be repeated.", valueName: "source=weight"))
    var weight: [String] = []

    @Option(help: ArgumentHelp("Field whose values are reported apart, such as lang.", valueName: "field"))
    var groupField: String?

    @Option(help: ArgumentHelp("Names or hosts of gambling sites, one a line; may be repeated.", valueName: "file"))
    var names: [String] = []

    @Option(help: "Field that names a post's source (default: the file's name).")
    var sourceField: String?

    @Option(help: "Decides every random choice.")
    var seed: UInt64 = 7

    @OptionGroup var lexicon: LexiconOptions

    func validate() throws {
      for pair in label + weight where Self.split(pair) == nil {
        throw ValidationError("'\(pair)' should be written name=value.")
      }
      for pair in weight where Self.split(pair).flatMap({ Float($0.value) }) == nil {
        throw ValidationError("'\(pair)' should end in a number.")
      }
    }

    private static func split(_ pair: String) -> (name: String, value: String)? {
      guard let sign = pair.lastIndex(of: "="), sign > pair.startIndex else { return nil }
      return (String(pair[..<sign]), String(pair[pair.index(after: sign)...]))
    }

    var options: Trainer.Options {
      var options = Trainer.Options()
      options.seed = seed
      for pair in weight {
        if let (name, value) = Self.split(pair), let weight = Float(value) { options.sourceWeights[name] = weight }
      }
      return options
    }

    /// Reads the posts and says on standard error what was left out.
    func read(_ lexicon: LexiconFiles, _ steps: StepBar) throws -> TrainingSet {
      let known = Set(lexicon.source.categories.map(\.id))
      let labels = Dictionary(label.compactMap(Self.split).map { ($0.name, $0.value) }) { $1 }
      var posts: LabelledPosts
      do throws(PostExportError) {
        posts = try LabelledPosts(
          paths: data,
          labels: labels,
          categories: known,
          sourceField: sourceField,
          groupField: groupField
        )
        for path in names { try posts.addNames(path: path, category: "gambling") }
      } catch {
        throw Failure(error.description)
      }
      report(posts.skipped, steps)
      let named = Set(posts.posts.compactMap(\.category))
      let categories = category.isEmpty ? named.sorted() : category
      guard !categories.isEmpty else {
        throw Failure("no post is labelled with a category of the lexicon; see --label")
      }
      let wanted = posts.posts.filter { post in post.category.map(categories.contains) ?? true }
      return TrainingSet(wanted, categories: categories, lexicon: lexicon.lexicon()) { steps.show("reading", $0) }
    }

    private func report(_ skipped: LabelledPosts.Skipped, _ steps: StepBar) {
      if skipped.unreadable > 0 { steps.printAbove("\(skipped.unreadable) records could not be read") }
      for (label, count) in skipped.labels.sorted(by: { $0.key < $1.key }) {
        steps.printAbove("\(count) records with the label '\(label)' were left out: no such category (see --label)")
      }
    }
  }

  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "train",
      abstract: "Train a model on labelled posts; the same data and seed give the same file.",
      discussion: """
        Example:
          ronda model train posts/*.ndjson --label scam=online_fraud \\
            -o lexicons/model.ronda
        """
    )
    @OptionGroup var data: DataOptions

    @Option(name: .shortAndLong, help: "Where the model is written.")
    var output: String

    @Option(help: "The model's version (default: the lexicon's).")
    var modelVersion: String?

    func run() throws {
      let lexicon = try data.lexicon.load()
      let steps = StepBar()
      defer { steps.finish() }
      let set = try data.read(lexicon, steps)
      let model = Trainer(data.options).train(
        set,
        version: modelVersion ?? lexicon.source.version,
        scoring: lexicon.source.scoring,
        progress: { steps.show("training", $0) }
      )
      try OutputFile.write(NGramModelFile.bytes(of: model), to: output)
      steps.printAbove("\(set.posts.count) posts; wrote \(output)")
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evaluate",
      abstract: "Compare verdicts with labels: by source, with confidence intervals, calibration and false alarms.",
      discussion: """
        Without a split the installed model judges everything, also what it was trained on.

        Example:
          ronda model evaluate posts/*.ndjson --split leave-one-source-out \\
            --html evaluation.html
        """
    )

    enum Split: String, ExpressibleByArgument, CaseIterable {
      case none, leaveOneSourceOut = "leave-one-source-out", twoFold = "two-fold"

      var split: Evaluator.Split {
        switch self {
        case .none: .asIs
        case .leaveOneSourceOut: .leaveOneSourceOut
        case .twoFold: .twoFold
        }
      }
    }

    @OptionGroup var data: DataOptions

    @Option(
      help:
        "Train models that have not seen what they judge: \(Split.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var split: Split = .none

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: ArgumentHelp("A source that the mean counts (default: all); may be repeated.", valueName: "source"))
    var averaged: [String] = []

    @Option(
      help: ArgumentHelp(
        "A source that is learnt from but not judged, such as invented posts; may be repeated.",
        valueName: "source"
      )
    )
    var learnOnly: [String] = []

    @Option(
      help: ArgumentHelp(
        "Figures of other methods to print beside: NDJSON with source, model and f1; may be repeated.",
        valueName: "file"
      )
    )
    var beside: [String] = []

    @Option(help: "Write a page with plots.")
    var html: String?

    @Option(help: ArgumentHelp("Write misjudged posts with their verdicts, as NDJSON.", valueName: "file"))
    var mistakes: String?

    func run() throws {
      let lexicon = try data.lexicon.load()
      let steps = StepBar()
      defer { steps.finish() }
      let set = try data.read(lexicon, steps)
      let evaluator = Evaluator(
        set,
        lexicon: lexicon.lexicon(),
        scoring: lexicon.source.scoring,
        trainer: Trainer(data.options),
        unjudged: Set(learnOnly)
      )
      let baselines = try beside.flatMap(Self.baselines)
      var evaluation = evaluator.run(split.split, model: lexicon.model) { steps.show("judging", $0) }
      steps.finish()
      evaluation.baselines = baselines
      evaluation.averaged = Set(averaged)
      try StandardOutput.write(Array((json ? evaluation.json : evaluation.text).utf8))
      if let html { try OutputFile.write(evaluation.html(title: "Ronda: \(split.rawValue)").utf8, to: html) }
      guard let mistakes else { return }
      try OutputFile.write(try evaluation.mistakesNDJSON(.init(lexicon: lexicon.source.version)), to: mistakes)
    }
  }

}

extension ModelCommand.Evaluate {
  /// The figures in a file of one JSON object a line; lines of other shapes, such as means, are passed over.
  private static func baselines(_ path: String) throws -> [Evaluation.Baseline] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Failure("cannot read \(path)") }
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(Evaluation.Baseline.self, from: $0)
    }
  }
}

extension ModelCommand {
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "info",
      abstract: "Describe a model.",
      discussion: """
        Example:
          ronda model info lexicons/model.ronda
        """
    )
    @Argument(help: "The model's file (default: the installed one).") var file: String?
    @OptionGroup var lexicon: LexiconOptions

    func run() throws {
      let path = file ?? lexicon.directory + "/" + NGramModelFile.name
      do throws(NGramModelFile.Failure) {
        let model = try NGramModelFile.load(path)
        print("model \(model.version): \(NGramModel.slotCount) slots, \(model.weights.count) weights, checksum fits")
        for label in model.labels {
          print(
            "\(label.category): bias \(rounded(label.bias)), review from \(rounded(label.reviewAt)), harmful from \(rounded(label.harmfulAt)) (log-odds)"
          )
        }
      } catch {
        throw Failure(error.description)
      }
    }

    private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
  }
}
