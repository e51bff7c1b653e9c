#include "tests/support/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "graph/base/error.h"

extern char** environ;

namespace chido::testing {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments) {
  folder_ = (std::filesystem::temp_directory_path() / "chido-run-XXXXXX").string();
  if (mkdtemp(folder_.data()) == nullptr) Abort("cannot make a temporary folder for a test");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const int flags = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, (folder_ + "/out").c_str(), flags, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, (folder_ + "/err").c_str(), flags, 0600);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const int failed = posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) Abort("cannot start " + arguments.front() + "; build target chido first");
}

Program::~Program() {
  if (!ended_) {
    Signal(SIGKILL);
    int status = 0;
    waitpid(pid_, &status, 0);
  }
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Program::Signal(int signal) const { kill(pid_, signal); }

ProgramResult Program::Wait(std::chrono::seconds most) {
  const auto end = std::chrono::steady_clock::now() + most;
  int status = 0;
  while (waitpid(pid_, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) Signal(SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  ended_ = true;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, OutSoFar(), ErrSoFar()};
}

std::string Program::OutSoFar() const { return ReadFile(folder_ + "/out"); }

std::string Program::ErrSoFar() const { return ReadFile(folder_ + "/err"); }

std::string ChidoPath() { return CHIDO_BINARY; }

ProgramResult RunChido(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ChidoPath());
  return Program(arguments).Wait();
}

}  // namespace chido::testing
