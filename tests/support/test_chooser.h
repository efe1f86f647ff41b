// SPDX-License-Identifier: GPL-3.0-or-later
// Stands before the tests that share one program: there QTEST_GUILESS_MAIN enters the class in a list instead of making
// a main() of its own, and the program's first argument chooses the class.
#pragma once

#include <QTest>

namespace boxwright {

class ChosenTest
{
public:
    using Run = int (*)(int argc, char **argv);

    ChosenTest(const char *className, Run run);
};

} // namespace boxwright

#undef QTEST_GUILESS_MAIN
#define QTEST_GUILESS_MAIN(TestClass)                                                                                  \
    static const boxwright::ChosenTest chosen##TestClass(#TestClass, [](int argc, char **argv) {                       \
        QCoreApplication app(argc, argv);                                                                              \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    });
