// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector_backend.h"
#include "translations/translations.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QSettings>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Boxwright"));
    QApplication::setOrganizationName(QStringLiteral("Boxwright"));
    QApplication::setApplicationVersion(QStringLiteral(BOXWRIGHT_VERSION));
    boxwright::installTranslations(QLocale());

    QSettings settings;
    boxwright::applyTheme(application, boxwright::MainWindow::themeChoice(settings));
    boxwright::MainWindow window(settings, &boxwright::detectorBackend);
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.open(arguments.at(1));
    return QApplication::exec();
}
