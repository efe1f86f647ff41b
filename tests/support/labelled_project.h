// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/commands/add_class.h"
#include "core/session/project_images.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>

namespace boxwright {

/// A project of small plain images in a temporary folder of its own, for tests of the window.
class LabelledProject
{
public:
    /// `names` become images of 200 x 100 pixels; `classes` become classes.
    explicit LabelledProject(const QStringList &names, const QStringList &classes = {})
    {
        for (const QString &name : names) {
            QImage image(200, 100, QImage::Format_RGB32);
            image.fill(QColor(90, 120, 150));
            image.save(QDir(m_folder.path()).filePath(name));
        }
        auto session =
            createProjectFromFolder(QDir(m_folder.path()).filePath(QStringLiteral("test.boxwright")), m_folder.path());
        if (!session)
            qFatal("%s", qPrintable(session.error().message));
        m_session = std::move(*session);
        for (const QString &name : classes)
            m_session->document().push(std::make_unique<AddClass>(m_session->document(), name));
    }

    [[nodiscard]] ProjectSession &session() { return *m_session; }
    [[nodiscard]] Document &document() { return m_session->document(); }
    [[nodiscard]] const Dataset &dataset() const { return m_session->dataset(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] ImageId imageAt(qsizetype index) const { return dataset().imageAt(index).info.id; }
    [[nodiscard]] ClassId classAt(qsizetype index) const { return dataset().classes().at(index).id; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ProjectSession> m_session;
};

} // namespace boxwright
