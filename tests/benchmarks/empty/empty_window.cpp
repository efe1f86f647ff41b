// SPDX-License-Identifier: GPL-3.0-or-later
// What a Qt program costs that does nothing: the measure beside bench_start_up. Links no library of ours.
#include <QApplication>
#include <QWidget>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(1400, 880);
    window.show();
    return QApplication::exec();
}
