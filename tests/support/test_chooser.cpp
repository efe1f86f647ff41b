// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_chooser.h"

#include <cstdio>
#include <map>
#include <string>

namespace boxwright {

namespace {

std::map<std::string, ChosenTest::Run> &tests()
{
    static std::map<std::string, ChosenTest::Run> byClass; // filled before main()
    return byClass;
}

} // namespace

ChosenTest::ChosenTest(const char *className, Run run)
{
    tests().emplace(className, run);
}

} // namespace boxwright

int main(int argc, char **argv)
{
    const auto &tests = boxwright::tests();
    const auto chosen = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (chosen == tests.end()) {
        std::fputs("The first argument is one of\n", stderr);
        for (const auto &[name, run] : tests)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0];
    return chosen->second(argc - 1, argv + 1);
}
