// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/commands/add_label.h"
#include "core/edit/commands/set_suggestions.h"
#include "tests/support/labelled_project.h"
#include "ui/actions.h"
#include "ui/label/label_page.h"

#include <QApplication>
#include <QMainWindow>
#include <QMouseEvent>
#include <QSettings>
#include <QTest>

namespace boxwright {

/// A window with the Label page of a small project; the first image is on the canvas.
class LabelScene
{
public:
    explicit LabelScene(const QStringList &classes = {QStringLiteral("bee"), QStringLiteral("wasp")},
                        const QStringList &images = {QStringLiteral("a.png"), QStringLiteral("b.png"),
                                                     QStringLiteral("c.png")})
        : project(images, classes)
        , settings(project.folder() + QStringLiteral("/settings.ini"), QSettings::IniFormat)
        , actions(&window)
    {
        auto *made = new LabelPage(project.session(), actions, settings, &window);
        page = made;
        window.setCentralWidget(made);
        window.resize(1100, 700);
        window.show();
        QApplication::setActiveWindow(&window);
        canvas().setFocus();
        waitForImage();
    }
    void waitForImage() { QTRY_VERIFY(!page->state().imageSize().isEmpty()); }

    [[nodiscard]] CanvasView &canvas() { return page->canvas(); }
    [[nodiscard]] LabelState &state() { return page->state(); }
    [[nodiscard]] const ImageRecord &image() { return *page->state().image(); }
    [[nodiscard]] QPoint viewPos(double x, double y)
    {
        return canvas().viewTransform().toView(QPointF(x, y)).toPoint();
    }
    void press(double x, double y, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, viewPos(x, y));
    }
    void moveTo(double x, double y, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, viewPos(x, y), canvas().mapToGlobal(viewPos(x, y)), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QApplication::sendEvent(&canvas(), &event);
    }
    void release(double x, double y, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, viewPos(x, y));
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from.x(), from.y(), modifiers);
        moveTo((from.x() + to.x()) / 2, (from.y() + to.y()) / 2, modifiers);
        moveTo(to.x(), to.y(), modifiers);
        release(to.x(), to.y(), modifiers);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&canvas(), key, modifiers); }
    LabelId add(const Box &box, qsizetype classIndex = 0)
    {
        Label label;
        label.classId = project.classAt(classIndex);
        label.box = box;
        auto command = std::make_unique<AddLabel>(project.document(), state().imageId(), label);
        const LabelId id = command->labelId();
        project.document().push(std::move(command));
        return id;
    }
    void suggest(const QList<double> &confidences)
    {
        QList<Suggestion> suggestions;
        double left = 5;
        for (const double confidence : confidences) {
            Suggestion suggestion;
            suggestion.classId = project.classAt(0);
            suggestion.box = {left, 60, left + 20, 80};
            suggestion.confidence = confidence;
            suggestion.model = QStringLiteral("balanced-1");
            suggestions.append(suggestion);
            left += 30;
        }
        project.document().push(std::make_unique<SetSuggestions>(project.document(), state().imageId(), suggestions));
    }
    template<class W>
    W *find(const char *name)
    {
        return window.findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] int steps() { return project.document().undoStack().index(); }
    void undo() { project.document().undoStack().undo(); }

    LabelledProject project;
    QSettings settings;
    QMainWindow window;
    Actions actions;
    LabelPage *page = nullptr;
};

inline bool isNear(const Box &box, const Box &expected)
{
    const double tolerance = 1; // a view pixel is less than an image pixel here
    return std::abs(box.left - expected.left) <= tolerance && std::abs(box.top - expected.top) <= tolerance &&
           std::abs(box.right - expected.right) <= tolerance && std::abs(box.bottom - expected.bottom) <= tolerance;
}

} // namespace boxwright
