#include "graph/base/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "graph/base/clock.h"

namespace chido {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CommandTest : public ::testing::Test {
 protected:
  int Run(std::vector<const char*> words) {
    words.insert(words.begin(), "chido");
    Terminal terminal{out_, err_};
    const std::vector<Command> commands{
        {.name = "greet",
         .summary = "Greets",
         .example = "chido greet An",
         .options = {{.kind = OptionSpec::Kind::kPositional, .name = "WORD", .help = "what"},
                     {.kind = OptionSpec::Kind::kPositionalList, .name = "NAME", .help = "who"},
                     {.kind = OptionSpec::Kind::kInteger,
                      .name = "times",
                      .help = "how often",
                      .default_value = "3",
                      .minimum = 1,
                      .maximum = 5},
                     {.kind = OptionSpec::Kind::kString,
                      .name = "tone",
                      .help = "how",
                      .choices = {"kind", "stern"}},
                     {.kind = OptionSpec::Kind::kFlag, .name = "json", .help = "as JSON"}},
         .run = [this](const Arguments& arguments, Terminal&) -> Result<int> {
           arguments_ = arguments;
           return code_;
         }}};
    return RunCommandLine(commands, words, terminal);
  }

  std::ostringstream out_;
  std::ostringstream err_;
  Arguments arguments_;
  Result<int> code_ = 0;
};

TEST_F(CommandTest, OptionsPositionalsAndDefaultsArrive) {
  EXPECT_EQ(Run({"greet", "--tone", "kind", "Chào", "An", "Bình", "--json"}), 0);
  EXPECT_EQ(arguments_.String("WORD"), "Chào");
  EXPECT_THAT(arguments_.List("NAME"), ElementsAre("An", "Bình"));
  EXPECT_EQ(arguments_.Integer("times"), 3);
  EXPECT_TRUE(arguments_.Flag("json"));
  EXPECT_EQ(arguments_.String("tone"), "kind");
}

TEST_F(CommandTest, TheStoreIsNamedBeforeOrAfterTheCommand) {
  EXPECT_EQ(Run({"--store", "a.db", "greet"}), 0);
  EXPECT_EQ(arguments_.Store().value(), "a.db");
  EXPECT_EQ(Run({"greet", "--store", "b.db"}), 0);
  EXPECT_EQ(arguments_.Store().value(), "b.db");
}

TEST_F(CommandTest, AMissingStoreTellsTheRemedy) {
  ::unsetenv("CHIDO_STORE");
  EXPECT_EQ(Run({"greet"}), 0);
  EXPECT_THAT(arguments_.Store().error().message, HasSubstr("--store DIR"));
}

TEST_F(CommandTest, WrongWordsEndWithTheExitCodeOfInvalidArguments) {
  EXPECT_EQ(Run({"greet", "--times", "6"}), RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_EQ(Run({"greet", "--tone", "loud"}), RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_EQ(Run({"greet", "--unknown"}), RowOf(Code::kInvalidArgument).exit_code);
  EXPECT_EQ(Run({"unknown"}), RowOf(Code::kInvalidArgument).exit_code);
}

TEST_F(CommandTest, AnErrorIsOneSentenceAndItsRowsExitCode) {
  code_ = Fail(Code::kNotFound, "nobody of that name");
  EXPECT_EQ(Run({"greet"}), RowOf(Code::kNotFound).exit_code);
  EXPECT_EQ(err_.str(), "chido: nobody of that name\n");
  EXPECT_EQ(out_.str(), "");
}

TEST_F(CommandTest, HelpShowsTheExampleAndSucceeds) {
  EXPECT_EQ(Run({"greet", "--help"}), 0);
  EXPECT_THAT(out_.str(), HasSubstr("chido greet An"));
}

TEST(DeadlineTest, PassesWhenItsTimeIsOver) {
  EXPECT_FALSE(Deadline().Passed());
  EXPECT_TRUE(Deadline(std::chrono::milliseconds(0)).Passed());
  EXPECT_FALSE(Deadline(std::chrono::minutes(10)).Passed());
}

}  // namespace
}  // namespace chido
