// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    boxwright::installTranslations(QLocale());
    return 0;
}
